'use client';

import {
  Button,
  FieldDescription,
  toast,
  useConfig,
  useDocumentDrawer,
  useDocumentInfo,
  useField,
} from '@payloadcms/ui';
import type { RelationshipFieldClientComponent } from 'payload';
import { useCallback, useEffect, useRef, useState } from 'react';

import { lexicalText } from '../../domain/richText/lexicalText';
import type { RichText } from '../../domain/richText/RichText';

import { useWords } from '../words/useWords';
import { ARTICLE_SAVED } from '../workflow/useArticleActions';
import { readTakenOut, type TakenSection } from './taken/readTakenOut';
import { TakenOutList } from './taken/TakenOutList';

import './SectionList.css';

interface SectionSummary {
  id: string;
  heading?: string | null;
  body?: RichText | null;
}

/** About two lines on a laptop: enough to recognise a section. */
const EXCERPT_LENGTH = 180;

/** The article's sections in reading order: open, move, add and remove them. */
export const SectionList: RelationshipFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue } = useField<string[]>({ path });
  const ids = value ?? [];
  const summaries = useSectionSummaries(ids);
  const takenOut = useTakenOut(ids);
  const { config } = useConfig();
  const [newest, setNewest] = useState<string | null>(null);
  const [announcement, setAnnouncement] = useState('');
  const { say } = useWords();

  const saved = () => void window.dispatchEvent(new Event(ARTICLE_SAVED));

  const move = (from: number, to: number) => {
    const [moved] = ids.slice(from, from + 1);
    if (moved === undefined || to < 0 || to >= ids.length) return;
    const rest = ids.filter((_, index) => index !== from);
    setValue([...rest.slice(0, to), moved, ...rest.slice(to)]);
    setAnnouncement(say('section:moved', { place: to + 1, count: ids.length }));
  };

  /** Made at once and part of the story at once, so that nothing typed into it can go astray. */
  const add = async () => {
    const response = await fetch(`${config.routes.api}/sections?draft=true&depth=0`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    }).catch(() => null);
    if (!response?.ok) {
      toast.error(say('section:notMade'));
      return;
    }
    const { doc } = (await response.json()) as { doc: { id: string } };
    setValue([...ids, doc.id]);
    setNewest(doc.id);
  };

  const remove = (index: number) => {
    setValue(ids.filter((_, place) => place !== index));
    toast.info(say('section:removed'), {
      action: { label: say('story:undo'), onClick: () => setValue(ids) },
      duration: 15_000,
    });
  };

  const putBack = ({ id, label }: TakenSection) => {
    setValue([...ids, id]);
    setAnnouncement(say('taken:isBack', { name: label ?? '' }));
  };

  return (
    <div className="field-type section-list" id={`field-${path}`}>
      <h2 className="section-list__title">{say('section:title')}</h2>
      <FieldDescription description={field.admin?.description} path={path} />
      {ids.length === 0 && <p className="section-list__empty">{say('section:none')}</p>}
      <ol className="section-list__rows">
        {ids.map((id, index) => (
          <SectionRow
            key={id}
            id={id}
            place={index + 1}
            count={ids.length}
            summary={summaries.get(id)}
            isReadOnly={Boolean(readOnly)}
            isNew={id === newest}
            onMove={(by) => move(index, index + by)}
            onRemove={() => remove(index)}
            onSaved={saved}
          />
        ))}
      </ol>
      {!readOnly && (
        <button className="section-list__add" onClick={() => void add()} type="button">
          {say(ids.length === 0 ? 'section:writeLead' : 'section:add')}
        </button>
      )}
      {!readOnly && <TakenOutList onPutBack={putBack} sections={takenOut} />}
      <p aria-live="polite" className="section-list__announcement">
        {announcement}
      </p>
    </div>
  );
};

interface SectionRowProps {
  id: string;
  place: number;
  count: number;
  summary: SectionSummary | undefined;
  isReadOnly: boolean;
  /** Opens by itself, to be written. */
  isNew: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onSaved: () => void;
}

function SectionRow(props: SectionRowProps) {
  const { id, place, count, summary, isReadOnly, isNew, onMove, onRemove, onSaved } = props;
  const [Drawer, Toggler, { isDrawerOpen, openDrawer }] = useDocumentDrawer({
    collectionSlug: 'sections',
    id,
  });
  const { say } = useWords();
  const wasOpen = useRef(false);

  useEffect(() => {
    // A drawer registers itself with the page's modals after the first render.
    const timer = isNew ? setTimeout(openDrawer, 0) : undefined;
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- opened once, when the row appears
  }, [isNew]);

  useEffect(() => {
    // Autosaves inside the drawer tell nobody: what they changed is read when it closes.
    if (wasOpen.current && !isDrawerOpen) onSaved();
    wasOpen.current = isDrawerOpen;
    // oxlint-disable-next-line react/exhaustive-deps -- only opening and closing count
  }, [isDrawerOpen]);
  const words = lexicalText(summary?.body).replace(/\s+/g, ' ');
  const name = summary?.heading ?? say(place === 1 ? 'story:lead' : 'story:noHeading');
  return (
    <li className="section-list__row">
      <Toggler className="section-list__open" aria-label={say('section:edit', { name })}>
        <strong>{summary ? name : say('section:loading')}</strong>
        <span className="section-list__excerpt">
          {words.length > EXCERPT_LENGTH ? `${words.slice(0, EXCERPT_LENGTH)}…` : words}
        </span>
      </Toggler>
      {!isReadOnly && (
        <span className="section-list__buttons">
          <RowButton
            label={say('section:up', { name })}
            isDisabled={place === 1}
            onClick={() => onMove(-1)}
          >
            ↑
          </RowButton>
          <RowButton
            label={say('section:down', { name })}
            isDisabled={place === count}
            onClick={() => onMove(1)}
          >
            ↓
          </RowButton>
          <RowButton label={say('section:remove', { name })} onClick={onRemove}>
            ×
          </RowButton>
        </span>
      )}
      <Drawer onSave={onSaved} />
    </li>
  );
}

interface RowButtonProps {
  label: string;
  isDisabled?: boolean;
  onClick: () => void;
  children: string;
}

function RowButton({ label, isDisabled = false, onClick, children }: RowButtonProps) {
  return (
    <Button
      aria-label={label}
      buttonStyle="subtle"
      disabled={isDisabled}
      margin={false}
      onClick={onClick}
      size="small"
      tooltip={label}
      type="button"
    >
      {children}
    </Button>
  );
}

/** What belongs to the article and is not in its list now, be that saved yet or not. */
function useTakenOut(ids: readonly string[]): readonly TakenSection[] {
  const { id } = useDocumentInfo();
  const { config } = useConfig();
  const [sections, setSections] = useState<readonly TakenSection[]>([]);
  const key = ids.join(',');
  const { api } = config.routes;
  useEffect(() => {
    if (!id) return undefined;
    let isGone = false;
    const inStory = key === '' ? [] : key.split(',');
    void readTakenOut(api, String(id), inStory).then((found) => {
      if (!isGone && found) setSections(found);
    });
    return () => {
      isGone = true;
    };
  }, [api, id, key]);
  return sections;
}

/** The newest drafts of the sections, loaded anew after each save in a drawer. */
function useSectionSummaries(ids: readonly string[]) {
  const { config } = useConfig();
  const [summaries, setSummaries] = useState<ReadonlyMap<string, SectionSummary>>(new Map());
  const [round, setRound] = useState(0);
  const key = ids.join(',');
  const api = config.routes.api;

  useEffect(() => {
    if (key === '') return undefined;
    const controller = new AbortController();
    const query = new URLSearchParams({
      'where[id][in]': key,
      draft: 'true',
      depth: '0',
      pagination: 'false',
    });
    fetch(`${api}/sections?${query.toString()}`, {
      credentials: 'include',
      signal: controller.signal,
    })
      .then(async (response) => (await response.json()) as { docs: SectionSummary[] })
      .then(({ docs }) => setSummaries(new Map(docs.map((section) => [section.id, section]))))
      .catch(() => {
        // Aborted by a newer load, or offline: what is shown stays.
      });
    return () => controller.abort();
  }, [api, key, round]);

  const reload = useCallback(() => setRound((count) => count + 1), []);
  useEffect(() => {
    window.addEventListener(ARTICLE_SAVED, reload);
    return () => window.removeEventListener(ARTICLE_SAVED, reload);
  }, [reload]);

  return summaries;
}

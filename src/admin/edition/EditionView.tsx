'use client';

import { useId } from 'react';

import type { EditionContent, EditionSection } from '../../domain/edition/EditionContent';
import type { EditionField, EditPlace } from '../../domain/edition/EditionField';
import { fieldsOf } from '../../domain/edition/editionFields';
import { bodyBlocks } from '../../domain/richText/bodyBlocks';
import type { Say, WordKey } from '../words/useWords';
import { BodyView } from './BodyView';
import { isEmpty } from './fieldWords';
import { Jumps } from './Jumps';
import { Marked } from './Marked';
import { ReadingContext, useReading } from './reading';
import { FieldRows, RecordView } from './RecordView';

import './edition.css';

/** In the order in which they are read. */
const GROUPS = [
  'change',
  'head',
  'pictures',
  'text',
  'quotes',
  'people',
  'variants',
  'around',
] as const;
type Group = (typeof GROUPS)[number];

const GROUP_OF_PLACE: Readonly<Record<EditPlace, Group>> = {
  text: 'head',
  bylines: 'head',
  pictures: 'pictures',
  variants: 'variants',
  checks: 'around',
};

/** What is read with other fields than it is edited with; a picture is shown where it stands. */
const GROUP_OF_FIELD: Readonly<Record<string, Group>> = {
  change: 'change',
  sections: 'text',
  images: 'text',
  quotes: 'quotes',
  people: 'people',
  relatedArticles: 'around',
};

const TITLES: Readonly<Record<Group, WordKey>> = {
  change: 'view:change',
  head: 'view:head',
  pictures: 'view:pictures',
  text: 'view:text',
  quotes: 'view:quotes',
  people: 'view:people',
  variants: 'view:variants',
  around: 'view:around',
};

/**
 * The whole of an edition, to be read before it is approved: every field that is declared and has a
 * value, also what readers get in another shape or not at all.
 */
export function EditionView({
  content,
  articles,
  say,
  language,
}: {
  content: EditionContent;
  /** Headlines of the articles that it points at, by id. */
  articles: Readonly<Record<string, string>>;
  say: Say;
  language: string;
}) {
  const prefix = useId();
  const groups = GROUPS.flatMap((group) => {
    const names = namesIn(group, content);
    return names.length > 0 ? [{ group, names, id: `${prefix}-${group}` }] : [];
  });
  const targets = groups.flatMap(({ group, id }) => [
    { id, label: say(TITLES[group]) },
    ...(group === 'text'
      ? content.sections.flatMap(({ heading }, index) =>
          heading ? [{ id: `${prefix}-section-${index}`, label: heading }] : [],
        )
      : []),
  ]);
  return (
    <ReadingContext value={{ say, language, contents: [content], articles }}>
      <Jumps targets={targets} />
      <article className="edition-view">
        {groups.map(({ group, names, id }) => (
          <section key={group}>
            <h3 id={id} tabIndex={-1}>
              {say(TITLES[group])}
            </h3>
            <GroupView group={group} names={names} content={content} prefix={prefix} />
          </section>
        ))}
      </article>
    </ReadingContext>
  );
}

/** The fields of a group that have a value. */
function namesIn(group: Group, content: EditionContent): string[] {
  return Object.entries<EditionField>(fieldsOf('article')).flatMap(([name, { place, type }]) => {
    const own = GROUP_OF_FIELD[name] ?? (place ? GROUP_OF_PLACE[place] : 'around');
    const value = content[name as keyof EditionContent];
    return own === group && type !== 'id' && !isEmpty(value) ? [name] : [];
  });
}

function GroupView({
  group,
  names,
  content,
  prefix,
}: {
  group: Group;
  names: readonly string[];
  content: EditionContent;
  prefix: string;
}) {
  if (group === 'text') return <Text content={content} prefix={prefix} />;
  if (group === 'quotes' || group === 'people') {
    const part = group === 'quotes' ? 'quote' : 'person';
    return (
      <ul className="edition-list edition-list--wide">
        {content[group].map((record) => (
          <li key={record.id}>
            <RecordView part={part} record={record} />
          </li>
        ))}
      </ul>
    );
  }
  return <FieldRows part="article" record={content} only={names} />;
}

function Text({ content, prefix }: { content: EditionContent; prefix: string }) {
  const { sections, images, language } = content;
  const { say } = useReading();
  const shown = new Set(
    sections.flatMap(({ body }) =>
      bodyBlocks(body).flatMap((block) => (block.kind === 'image' ? block.id : [])),
    ),
  );
  return (
    <div lang={language ?? undefined}>
      {sections.map((section, index) => (
        <Section key={section.id} section={section} id={`${prefix}-section-${index}`} />
      ))}
      {images
        .filter(({ id }) => !shown.has(id))
        .map((image) => (
          <div key={image.id}>
            <p className="edition-note">{say('view:notInText')}</p>
            <RecordView part="image" record={image} />
          </div>
        ))}
    </div>
  );
}

function Section({ section, id }: { section: EditionSection; id: string }) {
  const { say, language } = useReading();
  const blocks = bodyBlocks(section.body);
  return (
    <section className="edition-body">
      {section.heading && (
        <h4 id={id} tabIndex={-1}>
          <Marked text={section.heading} language={language} />
        </h4>
      )}
      {blocks.length > 0 ? (
        <BodyView blocks={blocks} />
      ) : (
        <p className="edition-note">{say('view:noText')}</p>
      )}
      <FieldRows part="section" record={section} but={['heading', 'body']} isInline />
    </section>
  );
}

import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical';
import { useAuth, useConfig } from '@payloadcms/ui';
import { useCallback, useEffect, useRef, useState } from 'react';

import type { ArticleNotes, Note, NotePlace } from '../../../domain/notes/Note';
import { placeNotes, spotsOf, type SpotText } from '../../../domain/notes/placeNotes';
import type { QuotationAnchor } from '../../../domain/quotations/SectionQuotation';
import { bodyOf } from '../../../domain/story/canvas';
import { useRefresh } from '../../page/useRefresh';
import { askApi } from '../../page/askApi';
import { useWords } from '../../words/useWords';
import { ARTICLE_SAVED } from '../../workflow/useArticleActions';
import { onPause } from '../canvas/onPause';
import type { PageRef } from '../saving/useStorySaving';

/** Soon enough to answer each other while both have the story open. */
const NEWS_MS = 6_000;
/** Notes follow their words in a pause of typing. */
const PAUSE_MS = 400;

export interface NewNote {
  place: NotePlace;
  section: string | null;
  anchor: Omit<QuotationAnchor, 'end'>;
  text: string;
}

/** What came of a request: null when it was done, else why not. */
type Outcome = Promise<string | null>;

export interface StoryNotes {
  /** In the order of the text, each where its words stand on the page now. */
  notes: readonly Note[];
  mayResolve: (note: Note) => boolean;
  isLoaded: boolean;
  write: (note: NewNote) => Outcome;
  reply: (note: Note, text: string) => Outcome;
  change: (note: Note, commentId: string, text: string) => Outcome;
  takeBack: (note: Note, commentId: string) => Outcome;
  resolve: (note: Note, isResolved: boolean) => Outcome;
  /** One after another, until one is refused. */
  resolveAll: (notes: readonly Note[]) => Outcome;
}

/** The notes of a story while its page is open: they go with the words, and others' appear. */
export function useNotes({
  editor,
  articleId,
  page,
  idOf,
}: {
  editor: LexicalEditor;
  articleId: string;
  page: PageRef;
  idOf: (key: string) => string;
}): StoryNotes {
  const { config } = useConfig();
  const { user } = useAuth();
  const { say } = useWords();
  const address = `${config.routes.api}/articles/${articleId}/notes`;
  const [notes, setNotes] = useState<readonly Note[]>([]);
  const [rights, setRights] = useState<{ mayResolveAll: boolean } | null>(null);
  const held = useRef<readonly Note[]>([]);
  const told = useRef(new Map<string, string>());

  const show = useCallback(
    (next: readonly Note[]) => {
      const spots = next.length > 0 ? spotsOn(page, idOf) : null;
      const placed = spots ? placeNotes(next, spots) : next;
      if (JSON.stringify(placed) === JSON.stringify(held.current)) return;
      const isOtherCount = openOf(placed).length !== openOf(held.current).length;
      held.current = placed;
      setNotes(placed);
      // The workflow bar counts them.
      if (isOtherCount) window.dispatchEvent(new Event(ARTICLE_SAVED));
    },
    [idOf, page],
  );

  const load = useCallback(async () => {
    if (document.hidden) return;
    const answer = await askApi<ArticleNotes>(address);
    // Offline or signed out: what is shown stays.
    if (!answer.ok) return;
    setRights({ mayResolveAll: answer.body.mayResolveAll });
    show(
      answer.body.notes.map((note) => {
        const { place, section, anchor } = note;
        const news = JSON.stringify([place, section, anchor]);
        const mine =
          told.current.get(note.id) === news && held.current.find(({ id }) => id === note.id);
        told.current.set(note.id, news);
        // Of words that are being written the page knows more than the server.
        return mine
          ? { ...note, place: mine.place, section: mine.section, anchor: mine.anchor }
          : note;
      }),
    );
  }, [address, show]);
  useRefresh(load, NEWS_MS);

  useEffect(() => onPause(editor, PAUSE_MS, () => show(held.current)), [editor, show]);

  const send = async (
    path: string,
    method: 'POST' | 'PATCH' | 'DELETE',
    body?: object,
  ): Outcome => {
    const answer = await askApi(address + path, { method, body });
    return answer.ok ? null : (answer.message ?? say('bar:unreachable'));
  };
  const ask: typeof send = async (...request) => {
    const refused = await send(...request);
    await load();
    return refused;
  };
  const commentsOf = ({ id }: Note) => `/${id}/comments`;
  return {
    notes,
    mayResolve: ({ comments }) =>
      rights?.mayResolveAll === true || comments[0]?.author === user?.id,
    isLoaded: rights !== null,
    write: (note) => ask('', 'POST', note),
    reply: (note, text) => ask(commentsOf(note), 'POST', { text }),
    change: (note, commentId, text) => ask(`${commentsOf(note)}/${commentId}`, 'PATCH', { text }),
    takeBack: (note, commentId) => ask(`${commentsOf(note)}/${commentId}`, 'DELETE'),
    resolve: ({ id }, isResolved) => ask(`/${id}/${isResolved ? 'resolve' : 'reopen'}`, 'POST'),
    resolveAll: async (chosen) => {
      let refused: string | null = null;
      for (const { id } of chosen) refused ??= await send(`/${id}/resolve`, 'POST');
      await load();
      return refused;
    },
  };
}

export function openOf(notes: readonly Note[]): readonly Note[] {
  return notes.filter(({ resolvedAt }) => resolvedAt === null);
}

/** The parts of the story as they stand on the page; null before it is there. */
function spotsOn(page: PageRef, idOf: (key: string) => string): SpotText[] | null {
  if (!page.current) return null;
  const { headline, standfirst, sections } = page.current.read();
  return spotsOf({
    articleId: '',
    revision: 0,
    headline,
    standfirst,
    sections: sections.map(({ key, heading, blocks }) => ({
      id: idOf(key),
      revision: 0,
      heading,
      body: bodyOf(blocks, null),
    })),
  });
}

import { HISTORY_MERGE_TAG, type LexicalEditor } from '@payloadcms/richtext-lexical/lexical';
import {
  useAuth,
  useConfig,
  useDocumentEvents,
  useDocumentInfo,
  useDocumentTitle,
} from '@payloadcms/ui';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

import type { Choice } from '../../../domain/story/mergeStory';
import type { StoryNews, WholeStory } from '../../../domain/story/WholeStory';
import { useWords } from '../../words/useWords';
import { ARTICLE_SAVED } from '../../workflow/useArticleActions';
import { backups } from './backups';
import { createSaver, type Page, type Saver, type SavingState } from './createSaver';
import { storyApi } from './storyApi';

export type PageRef = RefObject<Page | null>;

/** Soon enough to meet the other before both have written much. */
const NEWS_MS = 6_000;
/** Typing stays quick; a crash costs less than a second of it. */
const BACKUP_MS = 800;

export interface StorySaving {
  state: SavingState;
  /** Others who have this story open. */
  people: StoryNews['people'];
  /** When words were kept that a page left behind and that are back on this one. */
  restoredFrom: number | null;
  changed: () => void;
  saveNow: () => Promise<boolean>;
  choose: (choices: Readonly<Record<string, Choice>>) => void;
  /** The id of a section by its key on the page. */
  idOf: (key: string) => string;
}

/** Keeps the page saved for as long as it is open. */
export function useStorySaving({
  editor,
  story,
  page,
}: {
  editor: LexicalEditor;
  story: WholeStory;
  page: PageRef;
}): StorySaving {
  const { config } = useConfig();
  const { say } = useWords();
  const { user } = useAuth();
  const { setLastUpdateTime } = useDocumentInfo();
  const { setDocumentTitle } = useDocumentTitle();
  const { reportUpdate } = useDocumentEvents();
  const [state, setState] = useState<SavingState>({ kind: 'saved', at: null });
  const [people, setPeople] = useState<StoryNews['people']>([]);
  const [restoredFrom, setRestoredFrom] = useState<number | null>(null);
  const saver = useRef<Saver | null>(null);
  const changedOnPage = useRef<() => void>(() => undefined);
  const { articleId } = story;
  const userId = String(user?.id);
  const apiRoute = config.routes.api;

  // Payload's own title of what has none is its id.
  useEffect(() => {
    if (!story.headline) setDocumentTitle(say('story:untitled'));
  }, [say, setDocumentTitle, story.headline]);

  const report = useRef<() => void>(() => undefined);
  useEffect(() => {
    report.current = () => {
      window.dispatchEvent(new Event(ARTICLE_SAVED));
      setLastUpdateTime(Date.now());
      setDocumentTitle(page.current?.read().headline || say('story:untitled'));
      const updatedAt = new Date().toISOString();
      reportUpdate({ id: articleId, entitySlug: 'articles', operation: 'update', updatedAt });
    };
  });

  useEffect(() => {
    const shown = page.current;
    if (!shown) return undefined;
    const api = storyApi(apiRoute, articleId);
    const kept = backups({ userId, articleId });
    let reported = 0;
    let isOwnReport = false;
    const tellOthers = () => {
      isOwnReport = true;
      report.current();
      isOwnReport = false;
    };
    const made = createSaver({
      story,
      api,
      page: shown,
      onState: (next) => {
        setState(next);
        if (next.kind === 'saved' && made.saves() > reported) {
          reported = made.saves();
          tellOthers();
        }
      },
      onBackup: kept.keep,
    });
    saver.current = made;

    let backingUp: ReturnType<typeof setTimeout> | undefined;
    changedOnPage.current = () => {
      made.changed();
      backingUp ??= setTimeout(() => {
        backingUp = undefined;
        made.backUp();
      }, BACKUP_MS);
    };
    const stopListening = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
      // The editor looks at everything once when the page opens: nobody has written anything.
      if (tags.has(HISTORY_MERGE_TAG)) return;
      if (dirtyElements.size + dirtyLeaves.size > 0) changedOnPage.current();
    });
    void kept.findLeft().then(async (left) => {
      if (!left) return;
      setRestoredFrom(left.backup.at);
      await made.restore(left.backup);
      left.forget();
    });

    const hear = async () => {
      if (document.hidden) return;
      const news = await api.here();
      if (!news) return;
      setPeople(news.people);
      // The bar and the quotations are about the text that stands here now.
      if (await made.hear(news)) tellOthers();
    };
    void hear();
    const timer = setInterval(() => void hear(), NEWS_MS);
    const onOnline = () => void made.saveNow();
    const onHidden = () => {
      if (document.hidden) void made.saveNow();
    };
    const onPageHide = () => {
      made.backUp();
      void made.saveNow();
      void api.here(true);
    };
    // Saved in a drawer over this page, or by an action: it comes onto the page at once.
    const onSaved = () => {
      if (!isOwnReport) void hear();
    };
    window.addEventListener('online', onOnline);
    window.addEventListener('focus', onSaved);
    window.addEventListener(ARTICLE_SAVED, onSaved);
    window.addEventListener('pagehide', onPageHide);
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      stopListening();
      clearInterval(timer);
      clearTimeout(backingUp);
      window.removeEventListener('online', onOnline);
      window.removeEventListener('focus', onSaved);
      window.removeEventListener(ARTICLE_SAVED, onSaved);
      window.removeEventListener('pagehide', onPageHide);
      document.removeEventListener('visibilitychange', onHidden);
      saver.current = null;
      void made.saveNow().finally(() => {
        made.stop();
        kept.close();
      });
      void api.here(true);
    };
  }, [apiRoute, articleId, editor, page, story, userId]);

  // Whoever follows a link meets a form that has what was written here.
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element).closest('a[href]');
      const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (!(link instanceof HTMLAnchorElement) || !isPlain || link.isContentEditable) return;
      if (link.target || !saver.current || saver.current.isSaved()) return;
      event.preventDefault();
      event.stopPropagation();
      const follow = () => {
        saver.current = null;
        link.click();
      };
      void Promise.race([
        saver.current.saveNow(),
        new Promise((resolve) => setTimeout(resolve, LONGEST_LEAVE_MS)),
      ]).then(follow);
    };
    document.addEventListener('click', onClick, true);
    return () => document.removeEventListener('click', onClick, true);
  }, []);

  return {
    state,
    people,
    restoredFrom,
    changed: useCallback(() => changedOnPage.current(), []),
    saveNow: useCallback(async () => (await saver.current?.saveNow()) ?? true, []),
    idOf: useCallback((key: string) => saver.current?.idOf(key) ?? key, []),
    choose: useCallback((choices) => void saver.current?.choose(choices), []),
  };
}

/** Words that cannot be saved that soon are kept in the browser. */
const LONGEST_LEAVE_MS = 4_000;

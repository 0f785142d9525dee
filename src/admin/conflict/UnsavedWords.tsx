'use client';

import { useAuth, useConfig } from '@payloadcms/ui';
import { useCallback, useEffect, useState } from 'react';

import type { Version } from '../../domain/edition/joinVersions';
import { useWords } from '../words/useWords';
import { ARTICLE_SAVED } from '../workflow/useArticleActions';
import { ConflictDialog } from './ConflictDialog';
import { forgetWords, keptWordsOf, onKeptWords, type KeptWords } from './keptWords';
import {
  CONFLICT,
  readNewest,
  reasonInWords,
  saveKeptWords,
  saveOnTop,
  UNREACHABLE,
} from './saveWords';

import './conflict.css';

/** For words that wait for the server or for the network to come back. */
const RETRY_MS = 20_000;

/**
 * Words that a form was left with and that could not be saved come back here, on every page of the
 * panel, until they are saved or their writer has let them go.
 */
export function UnsavedWords({ children }: { children: React.ReactNode }) {
  const { user } = useAuth();
  const { config } = useConfig();
  const { say } = useWords();
  const [kept, setKept] = useState<KeptWords[]>([]);
  const [open, setOpen] = useState<{ words: KeptWords; theirs: Version } | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const userId = user ? String(user.id) : null;
  const api = config.routes.api;

  useEffect(() => {
    if (!userId) return undefined;
    const read = () => setKept(keptWordsOf(userId));
    const send = (which: (words: KeptWords) => boolean) => {
      for (const words of keptWordsOf(userId).filter(which)) {
        void saveKeptWords(words, { api, isAutosaving: false });
      }
    };
    const sendWaiting = () => send(({ problem }) => problem === null || problem === UNREACHABLE);
    read();
    send(({ problem }) => problem !== CONFLICT);
    const timer = setInterval(sendWaiting, RETRY_MS);
    window.addEventListener('online', sendWaiting);
    const stop = onKeptWords(read);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', sendWaiting);
      stop();
    };
  }, [api, userId]);

  const show = useCallback(
    async (words: KeptWords) => {
      const newest = await readNewest(words, api);
      // What cannot be read cannot be joined: the words alone are shown, to be copied.
      setOpen({ words, theirs: 'doc' in newest ? newest.doc : {} });
      setRefusal('problem' in newest ? reasonInWords(newest.problem, say) : null);
    },
    [api, say],
  );

  const decide = async (values: Record<string, unknown>): Promise<string | null> => {
    if (!open) return null;
    const { words, theirs } = open;
    if (Object.keys(values).length > 0) {
      const revision = Number(theirs.revision);
      const answer = await saveOnTop({ document: words, api, values, revision });
      if ('problem' in answer) {
        if (answer.isStale) await show(words);
        return reasonInWords(answer.problem, say);
      }
    }
    forgetWords(words.key);
    setOpen(null);
    window.dispatchEvent(new Event(ARTICLE_SAVED));
    return null;
  };

  const unsaved = userId ? kept.filter(({ problem }) => problem !== null) : [];
  return (
    <>
      {children}
      {unsaved.length > 0 && (
        <div className="conflict-notices" role="alert">
          {unsaved.map((words) => (
            <div key={words.key} className="conflict-notice">
              <span>
                {say('conflict:kept', { title: words.title || say('conflict:aText') })}{' '}
                {reasonInWords(words.problem ?? '', say)}
              </span>
              <button type="button" onClick={() => void show(words)}>
                {say('conflict:seeBoth')}
              </button>
            </div>
          ))}
        </div>
      )}
      {open && (
        <ConflictDialog
          key={`${open.words.key} ${String(open.theirs.revision)}`}
          base={open.words.base}
          mine={open.words.mine}
          theirs={open.theirs}
          notice={refusal}
          onCancel={() => setOpen(null)}
          onDecide={decide}
        />
      )}
    </>
  );
}

'use client';

import { useConfig } from '@payloadcms/ui';
import { useCallback, useReducer } from 'react';

import type { Receipt } from '../../domain/formats/Receipt';
import type { TrackedChanges } from '../../domain/formats/WordText';
import { useWords } from '../words/useWords';

/** A story as the server tells of it. */
export interface ToldStory {
  headline: string;
  standfirst: string | null;
  sections: { heading: string | null; paragraphs: string[] }[];
  people: string[];
  quotes: { text: string; speaker: string | null }[];
  outcome?: 'created' | 'updated' | 'unchanged' | 'older' | 'separate' | 'unsure';
  articleId?: string;
  problem?: string;
  receipt: Receipt;
}

export type ImportState = 'waiting' | 'reading' | 'read' | 'importing' | 'done' | 'failed';

export interface ImportFile {
  key: string;
  file: File;
  state: ImportState;
  /** How the tracked changes of a Word document are read. */
  tracked: TrackedChanges;
  stories: ToldStory[];
  problems: string[];
  /** What of the file belongs to none of its stories. */
  receipt: Receipt;
}

type Change =
  { add: ImportFile[] } | { remove: string } | { key: string; change: Partial<ImportFile> };

/** As many at once as keep the line busy and leave the server to the others. */
const AT_ONCE = 2;

function reduce(files: ImportFile[], change: Change): ImportFile[] {
  if ('add' in change) {
    const known = new Set(files.map(({ key }) => key));
    return [...files, ...change.add.filter(({ key }) => !known.has(key))];
  }
  if ('remove' in change) return files.filter(({ key }) => key !== change.remove);
  return files.map((file) => (file.key === change.key ? { ...file, ...change.change } : file));
}

/**
 * Files on their way in. Each is read by the server first and made into drafts only when asked; what
 * was imported before stays as it is, so trying again after a broken connection does no harm.
 */
export function useImport() {
  const { config } = useConfig();
  const { say } = useWords();
  const [files, dispatch] = useReducer(reduce, []);
  const address = `${config.routes.api}/articles/import`;

  const send = useCallback(
    async ({ key, file, tracked }: ImportFile, isDryRun: boolean) => {
      const change = (next: Partial<ImportFile>) => dispatch({ key, change: next });
      change({ state: isDryRun ? 'reading' : 'importing', tracked });
      const query = new URLSearchParams({ name: file.name, dryRun: String(isDryRun), tracked });
      const response = await fetch(`${address}?${query}`, {
        method: 'POST',
        credentials: 'include',
        headers: { 'content-type': 'application/octet-stream' },
        body: file,
      }).catch(() => null);
      const body = (await response?.json().catch(() => null)) as
        | { stories: ToldStory[]; problems: string[]; receipt: Receipt }
        | { errors?: { message: string }[] }
        | null;
      if (body && 'stories' in body) {
        const isEmpty = body.stories.length === 0;
        change({ state: isEmpty ? 'failed' : isDryRun ? 'read' : 'done', ...body });
        return;
      }
      const told = body?.errors?.map(({ message }) => message) ?? [];
      change({
        state: 'failed',
        problems: told.length > 0 ? told : [say('import:noAnswer', { name: file.name })],
      });
    },
    [address, say],
  );

  const sendAll = useCallback(
    async (all: readonly ImportFile[], isDryRun: boolean) => {
      const queue = [...all];
      const work = async () => {
        for (let next = queue.shift(); next; next = queue.shift()) await send(next, isDryRun);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    },
    [send],
  );

  const add = (chosen: Iterable<File>) => {
    const added = [...chosen].map((file): ImportFile => {
      const key = `${file.name} ${file.size} ${file.lastModified}`;
      return {
        key,
        file,
        state: 'waiting',
        tracked: 'accepted',
        stories: [],
        problems: [],
        receipt: [],
      };
    });
    const known = new Set(files.map(({ key }) => key));
    dispatch({ add: added });
    void sendAll(
      added.filter(({ key }) => !known.has(key)),
      true,
    );
  };

  return {
    files,
    add,
    remove: (key: string) => dispatch({ remove: key }),
    readAgain: (file: ImportFile, tracked = file.tracked) => void send({ ...file, tracked }, true),
    importAll: () =>
      void sendAll(
        files.filter(({ state }) => state === 'read'),
        false,
      ),
  };
}

import {
  blocksOf,
  bodyOf,
  isEmptySection,
  isSameSection,
  type CanvasSection,
} from '../../../domain/story/canvas';
import {
  mergeStory,
  type Choice,
  type StoryConflict,
  type WrittenStory,
} from '../../../domain/story/mergeStory';
import type { RichText } from '../../../domain/richText/RichText';
import type { SavedStory, StoryToSave, WholeStory } from '../../../domain/story/WholeStory';
import type { StoryApi } from './storyApi';

export type SavingState =
  | { kind: 'saved'; at: number | null }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'offline' }
  | { kind: 'signedOut' }
  | { kind: 'refused'; message: string | null }
  | { kind: 'conflict'; conflicts: StoryConflict[] };

/** What a browser keeps of a page whose words are not saved yet. */
export interface Backup {
  at: number;
  /** The story that the page was made from. */
  base: WholeStory;
  written: WrittenStory;
  ids: [key: string, id: string][];
  /** A save that may or may not have arrived. */
  pending: { body: StoryToSave; idempotencyKey: string; keys: string[] } | null;
}

/** The page, as the saver reads and changes it. */
export interface Page {
  read: () => WrittenStory;
  show: (story: WrittenStory) => void;
  /** Sections as the editor itself would write them. */
  asWritten: (sections: CanvasSection[]) => CanvasSection[];
  /** A word is being put together by an input method: not the moment to change the page. */
  isComposing: () => boolean;
}

interface Known {
  revision: number;
  written: CanvasSection;
  body: RichText | null;
}

interface Attempt {
  body: StoryToSave;
  idempotencyKey: string;
  /** The names on the page of the sections sent, in their order. */
  keys: string[];
}

/** A pause in typing; and how long somebody who makes none waits for a save. */
const PAUSE_MS = 1_000;
const LONGEST_MS = 4_000;
const RETRY_MS = 3_000;

/**
 * Saves the page by itself: one request at a time, so that it is never late to its own saves. What
 * somebody else saved meanwhile is joined with what is written here; where both changed the same
 * words, it waits for a choice and loses neither.
 */
export function createSaver({
  story,
  api,
  page,
  onState,
  onBackup,
}: {
  story: WholeStory;
  api: StoryApi;
  page: Page;
  onState: (state: SavingState) => void;
  /** Null when everything is saved. */
  onBackup: (backup: Backup | null) => void;
}) {
  const known = new Map<string, Known>();
  const ids = new Map<string, string>();
  let base = story;
  let written = learn(story);
  let pending: Attempt | null = null;
  let conflict: WholeStory | null = null;
  let isRefused = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changedAt: number | null = null;
  let running: Promise<void> | null = null;
  let isStopped = false;
  /** Grows with each save, so that news that a save has overtaken are known as old. */
  let saves = 0;

  function learn(from: WholeStory): WrittenStory {
    const sections = page.asWritten(
      from.sections.map(({ id, heading, body }) => ({
        key: id,
        heading: heading ?? '',
        blocks: blocksOf(body),
      })),
    );
    for (const [index, { id, revision, body }] of from.sections.entries()) {
      const section = sections[index];
      if (section) known.set(id, { revision, body, written: section });
    }
    return { headline: from.headline, standfirst: from.standfirst ?? '', sections };
  }

  /** The page with the ids that its sections have by now. */
  function mine(): WrittenStory {
    const now = page.read();
    const sections = now.sections.map((one) => ({ ...one, key: ids.get(one.key) ?? one.key }));
    return { ...now, sections };
  }

  function show(next: WrittenStory): void {
    const names = new Map([...ids].map(([key, id]) => [id, key]));
    page.show({
      ...next,
      sections: next.sections.map((one) => ({ ...one, key: names.get(one.key) ?? one.key })),
    });
  }

  function prepare(): Attempt | null {
    const { headline, standfirst, sections: all } = mine();
    // A section is made once there is something in it.
    const sections = all.filter((one) => known.has(one.key) || !isEmptySection(one));
    let isChanged =
      headline !== written.headline ||
      standfirst !== written.standfirst ||
      sections.map(({ key }) => key).join() !== written.sections.map(({ key }) => key).join();
    const sent = sections.map((section): StoryToSave['sections'][number] => {
      const old = known.get(section.key);
      if (old && isSameSection(section, old.written)) {
        return { id: section.key, revision: old.revision };
      }
      isChanged = true;
      return {
        id: old ? section.key : null,
        revision: old?.revision ?? null,
        heading: section.heading || null,
        body: bodyOf(section.blocks, old?.body ?? null),
      };
    });
    if (!isChanged) return null;
    return {
      body: { revision: base.revision, headline, standfirst: standfirst || null, sections: sent },
      idempotencyKey: crypto.randomUUID(),
      keys: sections.map(({ key }) => key),
    };
  }

  function accept({ body, keys }: Attempt, saved: SavedStory): boolean {
    saves += 1;
    let isBehind = false;
    const sections = keys.flatMap((key, index): CanvasSection[] => {
      const [sent, now] = [body.sections[index], saved.sections[index]];
      if (!sent || !now) return [];
      if (sent.id === null) ids.set(key, now.id);
      const old = known.get(now.id);
      if (sent.body === undefined) {
        isBehind ||= old?.revision !== now.revision;
        return old ? [old.written] : [];
      }
      const [section] = page.asWritten([
        { key: now.id, heading: sent.heading ?? '', blocks: blocksOf(sent.body) },
      ]);
      if (!section) return [];
      known.set(now.id, { revision: now.revision, body: sent.body, written: section });
      return [section];
    });
    base = {
      ...base,
      revision: saved.revision,
      headline: body.headline,
      standfirst: body.standfirst,
      sections: sections.flatMap(({ key }) => {
        const one = known.get(key);
        if (!one) return [];
        return [
          { id: key, revision: one.revision, heading: one.written.heading || null, body: one.body },
        ];
      }),
    };
    written = { headline: body.headline, standfirst: body.standfirst ?? '', sections };
    return isBehind;
  }

  /** Joins what somebody else saved with the page. False where a person must choose first. */
  function absorb(newest: WholeStory, choices: Readonly<Record<string, Choice>> = {}): boolean {
    const before = written;
    const current = mine();
    const held = new Map(known);
    const theirs = learn(newest);
    const { story: merged, open } = mergeStory({ base: before, mine: current, theirs, choices });
    if (open.length > 0) {
      // Until the choice, the page stands on the text that it was made from.
      for (const [id, one] of held) known.set(id, one);
      conflict = newest;
      tell({ kind: 'conflict', conflicts: open });
      return false;
    }
    conflict = null;
    base = newest;
    written = theirs;
    if (JSON.stringify(merged) !== JSON.stringify(current)) show(merged);
    return true;
  }

  function tell(state: SavingState): void {
    if (!isStopped) onState(state);
  }

  function backUp(): void {
    onBackup({
      at: Date.now(),
      base,
      written: page.read(),
      ids: [...ids],
      pending,
    });
  }

  async function run(): Promise<void> {
    for (;;) {
      const attempt: Attempt | null = pending ?? prepare();
      if (!attempt) {
        onBackup(null);
        tell({ kind: 'saved', at: saves > 0 ? Date.now() : null });
        return;
      }
      pending = attempt;
      backUp();
      tell({ kind: 'saving' });
      const answer = await api.save(attempt.body, attempt.idempotencyKey);
      if (answer.kind === 'unreachable') {
        tell({ kind: 'offline' });
        later(RETRY_MS);
        return;
      }
      pending = null;
      if (answer.kind === 'saved') {
        if (accept(attempt, answer.saved)) {
          const newest = await api.read();
          if (newest && !absorb(newest)) return;
        }
        continue;
      }
      if (answer.kind === 'stale') {
        if (absorb(answer.newest)) continue;
        backUp();
        return;
      }
      isRefused = true;
      tell(answer);
      return;
    }
  }

  function later(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    changedAt = null;
    if (conflict) return Promise.resolve();
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    /** Something on the page may have changed. */
    changed: (): void => {
      isRefused = false;
      changedAt ??= Date.now();
      if (!running && !conflict) tell({ kind: 'waiting' });
      later(Math.min(PAUSE_MS, Math.max(0, changedAt + LONGEST_MS - Date.now())));
      if (conflict) backUp();
    },
    /** Keeps the page in this browser now. */
    backUp: (): void => {
      if (prepare() || pending) backUp();
    },
    /** Saves at once. True when everything is saved. */
    saveNow: async (): Promise<boolean> => {
      await flush();
      if (!running && !conflict && !isRefused && prepare()) await flush();
      return !pending && !conflict && !prepare();
    },
    isSaved: (): boolean => !pending && !running && !conflict && !prepare(),
    /** Somebody else's saves come onto the page; true if there were any that could. */
    hear: async (news: SavedStory): Promise<boolean> => {
      const isNew =
        news.revision > base.revision ||
        news.sections.some(({ id, revision }) => revision > (known.get(id)?.revision ?? 0));
      if (!isNew || running || pending || conflict || page.isComposing()) return false;
      const before = saves;
      const newest = await api.read();
      // A save that went out meanwhile has met the news itself.
      if (!newest || running || saves !== before || conflict || page.isComposing()) return false;
      if (!absorb(newest)) return false;
      await flush();
      return true;
    },
    saves: (): number => saves,
    /** The id of a section by its key on the page; a section that was never saved has none yet. */
    idOf: (key: string): string => ids.get(key) ?? key,
    /** The choices of a person, by the ids of the conflicts. */
    choose: async (choices: Readonly<Record<string, Choice>>): Promise<void> => {
      if (conflict && absorb(conflict, choices)) await flush();
    },
    /** Puts back what a browser kept of a page that was never saved. */
    restore: async (backup: Backup): Promise<void> => {
      base = backup.base;
      written = learn(base);
      for (const [key, id] of backup.ids) ids.set(key, id);
      pending = backup.pending;
      page.show(backup.written);
      await flush();
    },
    stop: (): void => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

export type Saver = ReturnType<typeof createSaver>;

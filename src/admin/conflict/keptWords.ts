import type { Version } from '../../domain/edition/joinVersions';

/** Words that somebody typed and the server has not taken yet. */
export interface KeptWords {
  /** One for each form that was left. */
  key: string;
  /** Whose they are: nobody else at this browser gets to see them. */
  userId: string;
  collection: string;
  id: string;
  title: string;
  at: string;
  /** The save that the form was made from. */
  revision: number;
  /** The fields that were changed: as they were saved, and as they stand. */
  base: Version;
  mine: Version;
  /** What an autosave that was under way may have saved of them: own words as well. */
  underWay: readonly Version[];
  /** Why they are not saved; null while they are on their way. */
  problem: string | null;
}

const PREFIX = 'standfirst:kept-words:';
const CHANGED = 'standfirst:kept-words-changed';

/** What does not fit into the browser's store, or came while it was closed to us. */
const inMemory = new Map<string, KeptWords>();

/** Puts words aside at once, before anything is sent: a browser that is closed keeps them. */
export function keepWords(words: KeptWords): void {
  try {
    localStorage.setItem(PREFIX + words.key, JSON.stringify(words));
    inMemory.delete(words.key);
  } catch {
    inMemory.set(words.key, words);
  }
  window.dispatchEvent(new Event(CHANGED));
}

/** They are saved, or their writer has decided that another text stands. */
export function forgetWords(key: string): void {
  inMemory.delete(key);
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // Closed to us: then nothing is in it either.
  }
  window.dispatchEvent(new Event(CHANGED));
}

/** Oldest first. */
export function keptWordsOf(userId: string): KeptWords[] {
  return [...stored(), ...inMemory.values()]
    .filter((words) => words.userId === userId)
    .sort((one, other) => one.at.localeCompare(other.at));
}

export function onKeptWords(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  // Of another tab.
  window.addEventListener('storage', listener);
  return () => {
    window.removeEventListener(CHANGED, listener);
    window.removeEventListener('storage', listener);
  };
}

function stored(): KeptWords[] {
  try {
    return Object.keys(localStorage).flatMap((key) => {
      const text = key.startsWith(PREFIX) ? localStorage.getItem(key) : null;
      return text ? [JSON.parse(text) as KeptWords] : [];
    });
  } catch {
    return [];
  }
}

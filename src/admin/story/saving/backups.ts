import type { Backup } from './createSaver';

/**
 * What this browser keeps of story pages whose words are not saved: one entry a page, so that two
 * tabs never write over each other's. A page holds a lock as long as it lives, and the browser lets
 * go of it however the page ends: an entry without its lock is what a crash left behind.
 */
export function backups({ userId, articleId }: { userId: string; articleId: string }) {
  const prefix = `standfirst-story:${userId}:${articleId}:`;
  const own = `${prefix}${crypto.randomUUID()}`;
  let release = (): void => undefined;
  void navigator.locks?.request(own, () => new Promise<void>((resolve) => (release = resolve)));

  return {
    keep: (backup: Backup | null): void => {
      try {
        if (backup) localStorage.setItem(own, JSON.stringify(backup));
        else localStorage.removeItem(own);
      } catch {
        // The browser has no room, or keeps nothing: the words are on the page still.
      }
    },
    /** The newest one that a page left behind. It stays until `forget` is called. */
    findLeft: async (): Promise<{ backup: Backup; forget: () => void } | null> => {
      const state = await navigator.locks?.query();
      const alive = new Set(state?.held?.map(({ name }) => name));
      const left = storedKeys()
        .filter((key) => key.startsWith(prefix) && key !== own && !alive.has(key))
        .flatMap((key) => {
          const backup = read(key);
          return backup ? [{ key, backup }] : [];
        })
        .sort((a, b) => b.backup.at - a.backup.at)[0];
      if (!left) return null;
      return { backup: left.backup, forget: () => localStorage.removeItem(left.key) };
    },
    close: (): void => release(),
  };
}

function storedKeys(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

function read(key: string): Backup | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Backup | null;
  } catch {
    return null;
  }
}

import { browserMemory } from '../../page/browserMemory';

/** What somebody left out of what was offered for an article, in this browser only. */
export function leftOutOf(articleId: string): {
  read: () => string[];
  write: (keys: readonly string[]) => void;
} {
  const memory = browserMemory(`standfirst-left-out:${articleId}`);
  return {
    read: () => {
      const kept = memory.read();
      return Array.isArray(kept) ? kept.map(String) : [];
    },
    write: (keys) => memory.write(keys.length === 0 ? null : keys),
  };
}

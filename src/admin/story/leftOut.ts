/** What somebody left out of what was offered for an article, in this browser only. */
export function leftOutOf(articleId: string): {
  read: () => string[];
  write: (keys: readonly string[]) => void;
} {
  const name = `standfirst-left-out:${articleId}`;
  return {
    read: () => {
      try {
        const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]');
        return Array.isArray(kept) ? kept.map(String) : [];
      } catch {
        return [];
      }
    },
    write: (keys) => {
      try {
        if (keys.length === 0) localStorage.removeItem(name);
        else localStorage.setItem(name, JSON.stringify(keys));
      } catch {
        // A browser that keeps nothing offers it again on the next visit.
      }
    },
  };
}

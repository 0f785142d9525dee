/**
 * What one browser remembers for one person under a name, as JSON. A browser that keeps nothing, or
 * something unreadable, remembers null; forgetting is writing null.
 */
export function browserMemory(name: string): {
  read: () => unknown;
  write: (value: unknown) => void;
} {
  return {
    read: () => {
      try {
        return JSON.parse(localStorage.getItem(name) ?? 'null') as unknown;
      } catch {
        return null;
      }
    },
    write: (value) => {
      try {
        if (value === null) localStorage.removeItem(name);
        else localStorage.setItem(name, JSON.stringify(value));
      } catch {
        // It asks, or offers, again on the next visit.
      }
    },
  };
}

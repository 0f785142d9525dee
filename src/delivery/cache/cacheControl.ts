/**
 * How long others may keep an answer (RFC 9111, RFC 5861). Short, because a correction must reach
 * readers; generous when this server is slow or gone, because an article is better than an error.
 */
export const CACHE_CONTROL = {
  content: 'public, max-age=5, stale-while-revalidate=60, stale-if-error=86400',
  /** For what crawlers and feed readers fetch: they come rarely and are many. */
  feed: 'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400',
  never: 'no-store',
} as const;

/** Whoever gets it late may still keep it for too long by the time that it was under way. */
const UNDER_WAY_S = 1;

/** The same for an answer that has to be gone everywhere in so many ms: it is kept no longer by anybody. */
export function untilGone(cacheControl: string, leftMs: number): string {
  const most = Math.max(0, Math.floor(leftMs / 1000) - UNDER_WAY_S);
  let fresh = 0;
  return cacheControl.replace(
    /(max-age|stale-[a-z-]+)=(\d+)/g,
    (_, name: string, value: string) => {
      // What may be served stale begins when it is fresh no longer.
      const seconds = Math.min(Number(value), name === 'max-age' ? most : most - fresh);
      if (name === 'max-age') fresh = seconds;
      return `${name}=${seconds}`;
    },
  );
}

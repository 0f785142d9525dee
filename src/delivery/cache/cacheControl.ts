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

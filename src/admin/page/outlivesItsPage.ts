/** What browsers let all requests of a page that is being closed send (Fetch, "keepalive": 64 KiB). */
const MOST_BYTES = 60_000;

/** Whether a request with this body may be sent so that it goes on when its page is closed. */
export function outlivesItsPage(body: string): boolean {
  return new Blob([body]).size < MOST_BYTES;
}

import type { Encoding } from './Entry';

/** Browsers send a handful of values; whoever sends others shall not fill our memory. */
const MAX_REMEMBERED = 256;
const MAX_HEADER_LENGTH = 512;

const remembered = new Map<string, Encoding>();

/**
 * The best encoding that an Accept-Encoding header allows (RFC 9110, 12.5.3): brotli before gzip of
 * equal weight, and identity where the header is absent or allows neither.
 */
export function chooseEncoding(header: string | undefined): Encoding {
  if (!header) return 'identity';
  const known = remembered.get(header);
  if (known) return known;
  if (header.length > MAX_HEADER_LENGTH) return 'identity';
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((word) => word.trim());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    const weight = q === undefined ? 1 : Number(q.slice(2));
    weights.set(name, Number.isFinite(weight) ? weight : 0);
  }
  const weightOf = (name: string) => weights.get(name) ?? weights.get('*') ?? 0;
  const [br, gzip] = [weightOf('br'), weightOf('gzip')];
  // Unlisted, identity is acceptable at any weight; listed higher, it is what the client wants.
  const identity = weights.get('identity') ?? 0;
  const best = Math.max(br, gzip);
  const chosen = best <= 0 || identity > best ? 'identity' : br === best ? 'br' : 'gzip';
  if (remembered.size < MAX_REMEMBERED) remembered.set(header, chosen);
  return chosen;
}

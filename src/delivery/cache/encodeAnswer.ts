import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { Answer } from './Answer';
import { CACHE_CONTROL } from './cacheControl';
import type { Encoding, Entry, Variant } from './Entry';

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** Below this the headers outweigh what is saved. */
const MIN_COMPRESSED_BYTES = 600;
/** Near the best ratio for text at a tenth of the time; it runs while a reader waits. */
const BROTLI_QUALITY = 5;
/** Header lists, keys and map slots of one entry, roughly. */
const ENTRY_OVERHEAD_BYTES = 4_096;

/** Sent with every answer: published articles are for every website, and nothing here is a page. */
export const COMMON_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': '*',
  'x-content-type-options': 'nosniff',
} as const;

/**
 * Encodes an answer once for all its readers: as it is, gzip (RFC 1952) and brotli (RFC 7932), each
 * with a strong entity tag of its own (RFC 9110, 8.8.3), derived from the content.
 */
export async function encodeAnswer(
  answer: Answer,
  { sequence }: { /** The event up to which the content was read. */ sequence: number },
): Promise<Entry> {
  const body = Buffer.from(answer.body);
  const pays = body.length >= MIN_COMPRESSED_BYTES;
  const [zipped, brotlied] = pays
    ? await Promise.all([
        toGzip(body),
        toBrotli(body, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
            [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
          },
        }),
      ])
    : [body, body];
  const hash = createHash('sha256')
    .update(`${answer.status}\n${answer.contentType}\n`)
    .update(body)
    .digest('base64url')
    .slice(0, 27);
  const rightsEndAt = answer.rightsEndAt?.getTime() ?? Infinity;
  const variant = (encoding: Encoding, bytes: Buffer): Variant =>
    makeVariant({ answer, encoding, bytes, hash, sequence, isNegotiated: pays });
  const identity = variant('identity', body);
  return {
    status: answer.status,
    identity,
    gzip: pays ? variant('gzip', zipped) : identity,
    br: pays ? variant('br', brotlied) : identity,
    tags: answer.tags ?? null,
    lastModified: answer.lastModified?.toUTCString() ?? null,
    expiresAt: Math.min(rightsEndAt, Date.now() + (answer.lifetimeMs ?? Infinity)),
    rightsEndAt,
    bytes: body.length + (pays ? zipped.length + brotlied.length : 0) + ENTRY_OVERHEAD_BYTES,
  };
}

function makeVariant({
  answer,
  encoding,
  bytes,
  hash,
  sequence,
  isNegotiated,
}: {
  answer: Answer;
  encoding: Encoding;
  bytes: Buffer;
  hash: string;
  sequence: number;
  isNegotiated: boolean;
}): Variant {
  const etag = encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`;
  // What RFC 9110 (15.4.5) asks of a 304, and our own token.
  const always = {
    etag,
    'cache-control': answer.cacheControl ?? CACHE_CONTROL.never,
    ...(isNegotiated ? { vary: 'accept-encoding' } : {}),
    'standfirst-sequence': String(sequence),
  };
  return {
    etag,
    body: bytes,
    headers: Object.entries({
      'content-type': answer.contentType,
      'content-length': String(bytes.length),
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
      ...always,
      ...COMMON_HEADERS,
      ...(answer.lastModified ? { 'last-modified': answer.lastModified.toUTCString() } : {}),
      ...(answer.tags ? { 'surrogate-key': answer.tags.map(surrogateKey).join(' ') } : {}),
      ...answer.headers,
    }).flat(),
    notModified: Object.entries(always).flat(),
  };
}

/** Keys are separated by spaces in the header, so none may hold one. */
function surrogateKey(tag: string): string {
  return encodeURIComponent(tag).replace('%3A', ':');
}

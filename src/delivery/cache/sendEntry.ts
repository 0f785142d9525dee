import type { IncomingMessage, ServerResponse } from 'node:http';

import { untilGone } from './cacheControl';
import { chooseEncoding } from './chooseEncoding';
import type { Entry, Variant } from './Entry';

/** Said while changes are not heard of: what is sent may have been overtaken. */
const STALE_HEADERS = ['standfirst-stale', 'true', 'warning', '110 - "Response is Stale"'];

/** Node checks every header line of every answer, so those that ask from no website are spared it. */
const ACROSS_ORIGINS = ['access-control-allow-origin', '*'];

/** Writes a kept answer: 304 where the reader has it already (RFC 9110, 13), else its bytes. */
export function sendEntry({
  req,
  res,
  entry,
  isStale,
}: {
  req: IncomingMessage;
  res: ServerResponse;
  entry: Entry;
  isStale: boolean;
}): void {
  const variant = entry[chooseEncoding(req.headers['accept-encoding'])];
  const held = entry.status === 200 ? heldVariant(req, entry, variant) : null;
  if (held) {
    const notModified = inTime(held.notModified, entry);
    const headers = req.headers.origin ? [...notModified, ...ACROSS_ORIGINS] : notModified;
    res.writeHead(304, isStale ? [...headers, ...STALE_HEADERS] : headers);
    res.end();
    return;
  }
  const headers = inTime(variant.headers, entry);
  res.writeHead(entry.status, isStale ? [...headers, ...STALE_HEADERS] : headers);
  if (req.method === 'HEAD') res.end();
  else res.end(variant.body);
}

/** The headers of an answer that shows a picture for a time: nobody keeps it for longer than that. */
function inTime(headers: string[], { rightsEndAt }: Entry): string[] {
  if (rightsEndAt === Infinity) return headers;
  const leftMs = rightsEndAt - Date.now();
  return headers.map((value, index) =>
    headers[index - 1] === 'cache-control' ? untilGone(value, leftMs) : value,
  );
}

/** The variant that the reader says it has: the one asked for, or the same content otherwise encoded. */
function heldVariant(req: IncomingMessage, entry: Entry, asked: Variant): Variant | null {
  const header = req.headers['if-none-match'];
  if (header === undefined) {
    const since = req.headers['if-modified-since'];
    return since !== undefined && since === entry.lastModified ? asked : null;
  }
  if (header === asked.etag || header.trim() === '*') return asked;
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  const candidates = [asked, entry.identity, entry.gzip, entry.br];
  return candidates.find(({ etag }) => tags.includes(etag)) ?? null;
}

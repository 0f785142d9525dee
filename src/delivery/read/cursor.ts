/**
 * Where a list goes on: the sort key of the last row that was sent (a number of ms or a text) and its
 * id. Rows that appear later sort before or after it and never shift it. Opaque to clients.
 */
export interface Cursor {
  key: number | string;
  id: string;
}

export function writeCursor({ key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

/** Null for what this API has not written. */
export function readCursor(text: string): Cursor | null {
  try {
    const [key, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    const isKey = (typeof key === 'number' && Number.isSafeInteger(key)) || typeof key === 'string';
    return isKey && typeof id === 'string' && /^[0-9a-f]{24}$/.test(id) ? { key, id } : null;
  } catch {
    return null;
  }
}

import type { Readable } from 'node:stream';

/** Part of a file, both ends included. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Where the bytes of stored files are kept. A name says what is in it, so nothing is ever written
 * again: putting what is there already does nothing.
 */
export interface FileStore {
  /** For the log: "the folder /srv/data/files". */
  readonly place: string;
  /** Once this has resolved, the bytes outlive a crash of this machine. */
  put: (name: string, bytes: Uint8Array) => Promise<void>;
  /** In bytes; null when there is no such file. */
  size: (name: string) => Promise<number | null>;
  read: (name: string, range?: ByteRange) => Promise<Readable>;
  remove: (name: string) => Promise<void>;
  names: () => AsyncIterable<string>;
  /** Takes away what writes that were cut off left behind. */
  tidy: () => Promise<void>;
}

/** The whole of a stored file, for a picture that is made into others. */
export async function readWhole(store: FileStore, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await store.read(name)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export type Encoding = 'identity' | 'gzip' | 'br';

/** One encoding of an answer, ready to be written: the header lists are flat, as Node wants them. */
export interface Variant {
  etag: string;
  body: Buffer;
  headers: string[];
  notModified: string[];
}

/** An encoded answer as it is kept. */
export interface Entry {
  status: number;
  identity: Variant;
  /** The identity again where compressing does not pay. */
  gzip: Variant;
  br: Variant;
  tags: readonly string[] | null;
  lastModified: string | null;
  /** ms since the epoch. */
  expiresAt: number;
  /** As in `Answer`, ms since the epoch; Infinity where there is no end. */
  rightsEndAt: number;
  /** What keeping it costs. */
  bytes: number;
}

import type { Readable } from 'node:stream';

import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What an archive holds, with the SHA-256 of every file in it, so that damage is seen before use. */
export const manifestSchema = z.strictObject({
  format: z.literal('standfirst-archive'),
  version: z.literal(1),
  /** ISO 8601 UTC. */
  createdAt: z.iso.datetime(),
  collections: z.record(
    z.string(),
    z.strictObject({ documents: z.number().int().nonnegative(), sha256 }),
  ),
  /** Stored files as `files/<name>`; in archives of older versions uploads by their path in the data folder. */
  files: z.record(z.string(), z.strictObject({ bytes: z.number().int().nonnegative(), sha256 })),
});

export type Manifest = z.infer<typeof manifestSchema>;

export const MANIFEST = 'manifest.json';
/** One NDJSON file a collection, each line one document in canonical Extended JSON v2. */
export const DATA = 'data';
export const FILES = 'files';

/** Where the newsroom keeps its stored files, by names that are made of their content. */
export interface ArchivedFiles {
  names: () => AsyncIterable<string>;
  read: (name: string) => Promise<Readable>;
  put: (name: string, bytes: Uint8Array) => Promise<void>;
  remove: (name: string) => Promise<void>;
}

/** What stops an export or a restore, told as it is. */
export class ArchiveError extends Error {
  override name = 'ArchiveError';
}

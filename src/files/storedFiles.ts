import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import type { Payload } from 'payload';

import { fileName } from '../domain/files/fileName';
import type { FileStore } from './FileStore';

export type Connection = Pick<Payload['db']['connection'], 'base' | 'collection'>;

/** What is known of a stored file; the bytes are in the store under the same name. */
export interface StoredFile {
  name: string;
  mimeType: string;
  bytes: number;
  width: number | null;
  height: number | null;
  /** Originals and evidence: never for keys that preview articles. */
  isStaffOnly: boolean;
  /**
   * What readers see that shows it, as `articles/<id>/<image>` and `media/<image>`: nobody outside gets a
   * file without one, nor after the rights in that image have ended.
   */
  pinnedBy: string[];
  /** Addresses below /api that led here before files were named by their content: `media/harbour.jpg`. */
  oldNames: string[];
  /** When it was last put: what is not used a day after that is nobody's. */
  touchedAt: Date;
  /** Set while it is being swept. */
  removingAt?: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

/** A sweep takes away one file in milliseconds: one that takes this long has died. */
const SWEEP_DIED_MS = 30_000;

export function storedFileRows(connection: Connection) {
  return connection.collection<StoredFile>('stored-files');
}

/**
 * Stores bytes under their name and keeps their row. The row comes first: from then on no sweep takes
 * the file, and a file without a row is a write that was cut off.
 *
 * @returns the name, once the bytes are safe.
 */
export async function putFile({
  store,
  connection,
  file: { bytes, mimeType, width = null, height = null, isStaffOnly },
  oldNames = [],
}: {
  store: FileStore;
  connection: Connection;
  file: {
    bytes: Uint8Array;
    mimeType: string;
    width?: number | null;
    height?: number | null;
    isStaffOnly: boolean;
  };
  oldNames?: readonly string[];
}): Promise<string> {
  const name = fileName({ sha256: createHash('sha256').update(bytes).digest('hex'), mimeType });
  const rows = storedFileRows(connection);
  const touch = async () => {
    const now = new Date();
    return rows.findOneAndUpdate(
      { name },
      {
        $set: { touchedAt: now, updatedAt: now, ...(isStaffOnly ? {} : { isStaffOnly: false }) },
        $setOnInsert: {
          mimeType,
          bytes: bytes.length,
          width,
          height,
          pinnedBy: [],
          createdAt: now,
          ...(isStaffOnly ? { isStaffOnly: true } : {}),
        },
        $addToSet: { oldNames: { $each: [...oldNames] } },
      },
      { upsert: true, returnDocument: 'after' },
    );
  };
  for (;;) {
    const row = await touch().catch(unlessTaken);
    if (row && !row.removingAt) break;
    if (row?.removingAt && Date.now() - row.removingAt.getTime() > SWEEP_DIED_MS) {
      await rows.updateOne({ name, removingAt: row.removingAt }, { $unset: { removingAt: '' } });
    }
    await pause(20);
  }
  await store.put(name, bytes);
  return name;
}

/** Two first uploads of the same bytes meet on the unique name; the second then finds the row. */
function unlessTaken(error: unknown): null {
  if ((error as { code?: unknown }).code === 11_000) return null;
  throw error;
}

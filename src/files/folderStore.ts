import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';

import { isFileName } from '../domain/files/fileName';
import type { FileStore } from './FileStore';

/** Writing what is in memory already takes seconds: what is older was cut off. */
const CUT_OFF_MS = 10 * 60_000;

/** Files in a folder, in folders by their first two letters, so that none gets too large. */
export function folderStore(folder: string): FileStore {
  const incoming = path.join(folder, 'incoming');
  const placeOf = (name: string) => {
    if (!isFileName(name)) throw new Error(`${name} is not the name of a stored file.`);
    return path.join(folder, name.slice(0, 2), name);
  };
  const size: FileStore['size'] = async (name) => {
    const found = await stat(placeOf(name)).catch(unlessMissing);
    return found?.size ?? null;
  };
  return {
    place: `the folder ${folder}`,
    size,
    put: async (name, bytes) => {
      const place = placeOf(name);
      if ((await size(name)) === bytes.length) return;
      await mkdir(incoming, { recursive: true });
      await mkdir(path.dirname(place), { recursive: true });
      const temporary = path.join(incoming, randomUUID());
      try {
        const file = await open(temporary, 'wx');
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await moveUnlessThere(temporary, place);
        await syncFolder(path.dirname(place));
      } finally {
        await rm(temporary, { force: true });
      }
    },
    read: async (name, range) => {
      const stream = createReadStream(placeOf(name), range);
      // Opened before it is handed over, so that a file that is not there is told as such.
      await new Promise((resolve, reject) => {
        stream.once('open', resolve);
        stream.once('error', reject);
      });
      // Whoever reads it hears of errors; this keeps one before that from ending the process.
      finished(stream).catch(() => undefined);
      return stream;
    },
    remove: (name) => rm(placeOf(name), { force: true }),
    names: async function* () {
      for (const part of await readdir(folder).catch(() => [])) {
        if (part.length !== 2) continue;
        const names = await readdir(path.join(folder, part)).catch(() => []);
        yield* names.filter(isFileName);
      }
    },
    tidy: async () => {
      for (const name of await readdir(incoming).catch(() => [])) {
        const temporary = path.join(incoming, name);
        const found = await stat(temporary).catch(unlessMissing);
        if (found && Date.now() - found.mtimeMs > CUT_OFF_MS) await rm(temporary, { force: true });
      }
    },
  };
}

/** Whoever comes first has written the same bytes. */
async function moveUnlessThere(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    // Some file systems have no links. A rename puts equal bytes in the place of equal bytes.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
    await rename(from, to);
  }
}

/** A new name is safe on the disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function unlessMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

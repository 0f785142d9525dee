import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Environment } from '../environment';
import { readMongodVersion } from './readMongodVersion';

type CacheOwner = Pick<Environment, 'cacheDir'>;

/** Paths of the cached binaries, the newest version first. */
export async function listCachedMongods({ cacheDir }: CacheOwner): Promise<string[]> {
  const versions = await readdir(path.join(cacheDir, 'mongod')).catch(() => []);
  return versions
    .filter((version) => /^\d/.test(version))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .map((version) => path.join(cacheDir, 'mongod', version, 'mongod'))
    .filter((binary) => existsSync(binary));
}

/**
 * Runs `fetchInto` on a new empty folder and moves the mongod whose path it returns into the cache.
 * Only a binary that runs gets there, in one rename, so two processes may do this at once.
 *
 * @returns the path of the cached binary.
 */
export async function fillMongodCache(
  { cacheDir }: CacheOwner,
  fetchInto: (folder: string) => Promise<string>,
): Promise<string> {
  const root = path.join(cacheDir, 'mongod');
  await mkdir(root, { recursive: true });
  const folder = await mkdtemp(path.join(root, '.fetching-'));
  try {
    const fetched = await fetchInto(folder);
    await chmod(fetched, 0o755);
    const version = await readMongodVersion(fetched);
    const target = path.join(root, version, 'mongod');
    await mkdir(path.dirname(target), { recursive: true });
    await rename(fetched, target);
    return target;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

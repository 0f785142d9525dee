import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';

import { generateImportMap } from 'payload';
import { generateTypes } from 'payload/node';

import config from '../payload.config';

/**
 * Writes the two files that Payload derives from the config: the types of the collections, and the
 * map of the admin's own components. With `--check` it only says which of them is out of date.
 */
async function generate(): Promise<void> {
  const isCheck = process.argv.includes('--check');
  const sanitized = await config;
  const files = [
    sanitized.typescript.outputFile,
    String(sanitized.admin.importMap.importMapFile),
  ] as const;
  const before = await Promise.all(files.map(read));

  // Payload writes only what differs, and asks the file system, so the old files go first.
  await Promise.all(files.map((file) => (isCheck ? Promise.resolve() : rm(file, { force: true }))));
  await generateTypes(sanitized, { log: false });
  await generateImportMap(sanitized, { force: true, log: false });

  const stale = (await Promise.all(files.map(read)))
    .map((text, index) => (text === before[index] ? null : files[index]))
    .filter((file) => file !== null && file !== undefined)
    .map((file) => path.relative(process.cwd(), file));
  if (isCheck && stale.length > 0) {
    console.error(`Out of date, now written anew (commit them): ${stale.join(', ')}`);
    process.exitCode = 1;
  }
}

async function read(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}

await generate();
// Loading the config starts nothing, but sharp and the logger keep timers that would hold us here.
process.exit();

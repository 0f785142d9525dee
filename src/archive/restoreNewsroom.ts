import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { BSON, type Db, type Document, type MongoClient } from 'mongodb';

import {
  ArchiveError,
  DATA,
  FILES,
  MANIFEST,
  manifestSchema,
  type ArchivedFiles,
  type Manifest,
} from './Manifest';

const BATCH = 500;

export interface RestoreOptions {
  /** Connected to the newsroom's database. */
  client: MongoClient;
  files: ArchivedFiles;
  dataDir: string;
  /** What exportNewsroom has written. */
  folder: string;
  log: (line: string) => void;
}

/**
 * Brings an exported newsroom back into an empty one: every checksum is verified before anything is
 * written, and what was written is taken away again when something fails.
 *
 * @throws ArchiveError for a folder that is no whole archive, damage, or a newsroom with content.
 */
export async function restoreNewsroom(options: RestoreOptions): Promise<Manifest> {
  const { client, files, dataDir, folder, log } = options;
  const db = client.db();
  const manifest = await readManifest(folder);
  await verify(manifest, folder);
  log('Every checksum is right.');
  await refuseContent({ db, files, dataDir, manifest });
  try {
    for (const [name, { documents }] of Object.entries(manifest.collections)) {
      await insert({ db, name, file: dataFile(folder, name) });
      log(`${name}: ${documents} documents`);
    }
    for (const name of Object.keys(manifest.files)) {
      await bringBack({ name, from: path.join(folder, FILES, name), files, dataDir });
    }
    log(`${Object.keys(manifest.files).length} uploaded files`);
  } catch (error) {
    for (const name of Object.keys(manifest.collections)) await db.collection(name).deleteMany({});
    for (const name of Object.keys(manifest.files)) {
      const stored = storedName(name);
      if (stored === null) await rm(path.join(dataDir, name), { force: true });
      else await files.remove(stored);
    }
    throw error;
  }
  return manifest;
}

/** Uploads of an older version go to where that version kept them: the next start carries them over. */
async function bringBack({
  name,
  from,
  files,
  dataDir,
}: {
  name: string;
  from: string;
  files: ArchivedFiles;
  dataDir: string;
}): Promise<void> {
  const stored = storedName(name);
  if (stored !== null) {
    await files.put(stored, await readFile(from));
    return;
  }
  const to = path.join(dataDir, name);
  await mkdir(path.dirname(to), { recursive: true });
  await copyFile(from, to);
}

function storedName(name: string): string | null {
  const prefix = `${FILES}/`;
  return name.startsWith(prefix) ? name.slice(prefix.length) : null;
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, MANIFEST), 'utf8').catch(() => null);
  if (text === null) {
    throw new ArchiveError(
      `${folder} has no ${MANIFEST}: it is no archive, or its export was cut short.`,
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ArchiveError(`${MANIFEST} in ${folder} is damaged: it is not valid JSON.`);
  }
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) {
    throw new ArchiveError(`${MANIFEST} in ${folder} is not one that this version reads.`);
  }
  const { collections, files } = parsed.data;
  const isOutside = [...Object.keys(collections), ...Object.keys(files)].find(
    (name) => path.isAbsolute(name) || path.normalize(name).split(path.sep).includes('..'),
  );
  if (isOutside) throw new ArchiveError(`${MANIFEST} names ${isOutside}, outside of the archive.`);
  return parsed.data;
}

async function verify(manifest: Manifest, folder: string): Promise<void> {
  const wanted = [
    ...Object.entries(manifest.collections).map(
      ([name, { sha256 }]) => [dataFile(folder, name), sha256] as const,
    ),
    ...Object.entries(manifest.files).map(
      ([name, { sha256 }]) => [path.join(folder, FILES, name), sha256] as const,
    ),
  ];
  for (const [file, sha256] of wanted) {
    if ((await hashOf(file)) === sha256) continue;
    throw new ArchiveError(
      `${file} is missing or damaged: its checksum differs. Nothing was done.`,
    );
  }
}

async function hashOf(file: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  } catch {
    return null;
  }
  return hash.digest('hex');
}

async function refuseContent({
  db,
  files,
  dataDir,
  manifest,
}: {
  db: Db;
  files: ArchivedFiles;
  dataDir: string;
  manifest: Manifest;
}): Promise<void> {
  const refuse = (what: string): never => {
    throw new ArchiveError(
      `This newsroom has content already (${what}). Restore into an empty one: set DATA_DIR to a new folder, or MONGODB_URI to a new database.`,
    );
  };
  for (const { name } of await db.listCollections({ type: 'collection' }).toArray()) {
    if (name.startsWith('system.')) continue;
    if (await db.collection(name).findOne({}, { projection: { _id: 1 } })) refuse(name);
  }
  for await (const name of files.names()) refuse(`the stored file ${name}`);
  const uploads = Object.keys(manifest.files).filter((name) => storedName(name) === null);
  const folders = new Set(uploads.map((name) => path.dirname(name)));
  for (const folder of folders) {
    const found = await readdir(path.join(dataDir, folder)).catch(() => []);
    if (found.length > 0) refuse(path.join(dataDir, folder));
  }
}

async function insert({ db, name, file }: { db: Db; name: string; file: string }): Promise<void> {
  const collection = db.collection(name);
  let batch: Document[] = [];
  const flush = async () => {
    if (batch.length > 0) await collection.insertMany(batch, { ordered: true });
    batch = [];
  };
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Infinity,
  })) {
    batch.push(BSON.EJSON.parse(line, { relaxed: false }) as Document);
    if (batch.length >= BATCH) await flush();
  }
  await flush();
}

function dataFile(folder: string, name: string): string {
  return path.join(folder, DATA, `${name}.ndjson`);
}

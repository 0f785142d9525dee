import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { BSON, type ClientSession, type Db, type MongoClient } from 'mongodb';

import { ArchiveError, DATA, FILES, MANIFEST, type ArchivedFiles, type Manifest } from './Manifest';

/** Passwords are kept as hashes, but they and every draft are in here: for the owner alone. */
const OWNER_ONLY = { folder: 0o700, file: 0o600 };

export interface ExportOptions {
  /** Connected to the newsroom's database. */
  client: MongoClient;
  files: Pick<ArchivedFiles, 'names' | 'read'>;
  /** Made anew; a folder with something in it is refused. */
  folder: string;
  log: (line: string) => void;
}

/**
 * Writes the whole newsroom into a folder: every document as of one moment (a snapshot read, so the
 * newsroom may go on working), and every upload, each with its checksum.
 *
 * @throws ArchiveError when the folder is not empty.
 */
export async function exportNewsroom(options: ExportOptions): Promise<Manifest> {
  const { client, files, folder, log } = options;
  const db = client.db();
  await mkdir(folder, { recursive: true, mode: OWNER_ONLY.folder });
  if ((await readdir(folder)).length > 0) {
    throw new ArchiveError(`${folder} is not empty. Name a new folder.`);
  }
  await mkdir(path.join(folder, DATA), { mode: OWNER_ONLY.folder });
  const manifest: Manifest = {
    format: 'standfirst-archive',
    version: 1,
    createdAt: new Date().toISOString(),
    collections: {},
    files: {},
  };
  const names = (await db.listCollections({ type: 'collection' }, { nameOnly: true }).toArray())
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('system.'))
    .sort();
  const session = client.startSession({ snapshot: true });
  try {
    for (const name of names) {
      const file = path.join(folder, DATA, `${name}.ndjson`);
      const written = await writeCollection({ db, name, file, session });
      manifest.collections[name] = written;
      log(`${name}: ${written.documents} documents`);
    }
  } finally {
    await session.endSession();
  }
  for await (const name of files.names()) {
    const archived = `${FILES}/${name}`;
    const to = path.join(folder, FILES, archived);
    manifest.files[archived] = await copyHashed(await files.read(name), to);
  }
  log(`${Object.keys(manifest.files).length} uploaded files`);
  // Written last: a folder without it is an export that was cut short.
  await writeFile(path.join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, {
    mode: OWNER_ONLY.file,
  });
  return manifest;
}

async function writeCollection({
  db,
  name,
  file,
  session,
}: {
  db: Db;
  name: string;
  file: string;
  session: ClientSession;
}): Promise<{ documents: number; sha256: string }> {
  const hash = createHash('sha256');
  let documents = 0;
  async function* lines() {
    const cursor = db.collection(name).find({}, { session, sort: { _id: 1 } });
    for await (const document of cursor) {
      const line = `${BSON.EJSON.stringify(document, { relaxed: false })}\n`;
      hash.update(line);
      documents += 1;
      yield line;
    }
  }
  await pipeline(lines, createWriteStream(file, { mode: OWNER_ONLY.file }));
  return { documents, sha256: hash.digest('hex') };
}

async function copyHashed(from: Readable, to: string): Promise<{ bytes: number; sha256: string }> {
  await mkdir(path.dirname(to), { recursive: true, mode: OWNER_ONLY.folder });
  const hash = createHash('sha256');
  const listen = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(from, listen, createWriteStream(to, { mode: OWNER_ONLY.file }));
  return { bytes: (await stat(to)).size, sha256: hash.digest('hex') };
}

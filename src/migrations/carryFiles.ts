import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import type { EditionFile } from '../domain/edition/EditionContent';
import { addressOfFile, fileAt, isStoredType } from '../domain/files/fileName';
import type { FileStore } from '../files/FileStore';
import { factsOfPicture, makePictures, type MadePicture, type PictureSize } from '../files/picture';
import { putFile, storedFileRows, type Connection } from '../files/storedFiles';
import { storePictures } from '../files/storePictures';
import { typeOfFile } from '../files/typeOfFile';
import type { Migration, MigrationContext } from './Migration';
import { pinLiveEditions } from './pinImages';

type UploadCollection = 'media' | 'evidence-files';
type Fields = Record<string, unknown>;
type CarriedSizes = Record<string, EditionFile>;

/** A record as the version before wrote it: its files lay in a folder under names of its own. */
interface OldRecord {
  _id: unknown;
  filename: string;
  mimeType?: string | null;
  width?: number | null;
  height?: number | null;
  focalX?: number | null;
  focalY?: number | null;
  sizes?: Record<string, { filename?: string | null } | null> | null;
  storedAs?: string | null;
}

interface OldImage {
  id: string;
  url?: string | null;
  sizes?: Record<string, { url?: string | null }> | null;
}

interface OldEdition {
  _id: unknown;
  content?: { leadImage?: OldImage | null; images?: OldImage[] | null };
}

/** A full store or a picture that takes a minute should not look like a hang. */
const PROGRESS_MS = 5_000;
/** How many are made at once, pictures judge by their size; reading and writing go on meanwhile. */
const AT_ONCE = 4;

/** What says which files a record has, and is copied from a record to its versions. */
const FIELDS = [
  'storedAs',
  'original',
  'crop',
  'url',
  'mimeType',
  'filesize',
  'width',
  'height',
  'sizes',
] as const;

export interface OldFiles {
  store: FileStore;
  /** Where the version before kept uploads, in a folder for each collection. */
  dataDir: string;
}

/**
 * Files used to lie under the names that they were uploaded with, where a replacement or a crop wrote
 * other bytes. Each is stored by its content; records, their versions and editions say where; and the
 * old addresses lead there. The old folders are left as they are.
 */
export function carryFiles(old: OldFiles): Migration {
  return {
    name: 'carryFiles',
    run: async (context) => {
      for (const collection of ['media', 'evidence-files'] as const) {
        await dropUniqueNames(collection, context);
        await carryRecords(collection, old, context);
        await carryVersions(collection, old, context);
      }
      await carryEditions(context);
      await pinLiveEditions(context);
    },
  };
}

/** Two files may be called the same now; the index of the version before would refuse that. */
async function dropUniqueNames(
  collection: UploadCollection,
  { payload }: MigrationContext,
): Promise<void> {
  const records = payload.db.connection.collection(collection);
  const indexes = await records.indexes().catch(() => []);
  for (const { name, key, unique } of indexes) {
    if (name && unique && JSON.stringify(key) === '{"filename":1}') await records.dropIndex(name);
  }
}

async function carryRecords(
  collection: UploadCollection,
  old: OldFiles,
  { payload, log }: MigrationContext,
): Promise<void> {
  const { connection } = payload.db;
  const records = connection.collection<OldRecord>(collection);
  const open = { storedAs: { $exists: false }, filename: { $type: 'string' } } as never;
  const total = await records.countDocuments(open);
  if (total === 0) return;
  await refuseMissingFolder(collection, old);
  log(`Files of ${collection}: ${total} to carry over …`);
  const tell = progress(collection, total, log);
  const carryOne = async (record: OldRecord) => {
    const fields = await carryFile({ collection, record, old, connection, log });
    await records.updateOne({ _id: record._id } as never, { $set: fields });
    tell();
  };
  const cursor = records.find(open, { batchSize: AT_ONCE * 4 });
  const running = new Set<Promise<void>>();
  for await (const record of cursor) {
    const work = carryOne(record).finally(() => running.delete(work));
    running.add(work);
    if (running.size >= AT_ONCE) await Promise.race(running);
  }
  await Promise.all(running);
  log(`Files of ${collection}: ${total} carried over into ${old.store.place}`);
}

/** A process that does not have the uploads must not tell the newsroom that they are lost. */
async function refuseMissingFolder(
  collection: UploadCollection,
  { dataDir }: OldFiles,
): Promise<void> {
  const folder = path.join(dataDir, collection);
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory()) return;
  throw new Error(
    `The uploads are to be carried over, and their folder ${folder} is not here. Start a process that has it in its DATA_DIR first. If they are lost, make an empty folder of that name.`,
  );
}

async function carryFile({
  collection,
  record,
  old: { store, dataDir },
  connection,
  log,
}: {
  collection: UploadCollection;
  record: OldRecord;
  old: OldFiles;
  connection: Connection;
  log: (line: string) => void;
}): Promise<Fields> {
  const { filename } = record;
  const folder = path.join(dataDir, collection);
  const bytes = await readFile(path.join(folder, path.basename(filename))).catch(() => null);
  if (!bytes) {
    log(`  ${collection}/${filename} is not there any more: its record stays without a file`);
    // Null says that it was looked for.
    return { storedAs: null };
  }
  const oldNames = [`${collection}/${filename}`];
  const facts = collection === 'media' ? await factsOfPicture(bytes) : null;
  if (!facts) {
    const stated = record.mimeType ?? '';
    const mimeType = isStoredType(stated)
      ? stated
      : ((await typeOfFile({ bytes, name: filename })) ?? '');
    const type = isStoredType(mimeType) ? mimeType : 'application/octet-stream';
    const file = { bytes, mimeType: type, isStaffOnly: collection !== 'media' };
    const storedAs = await putFile({ store, connection, file, oldNames });
    return { storedAs, url: addressOfFile(storedAs), mimeType: type, filesize: bytes.length };
  }
  const oldSizes = Object.entries(record.sizes ?? {}).flatMap(([name, size]) =>
    size?.filename ? [[name, size.filename] as const] : [],
  );
  const { mimeType, width, height } = facts;
  const focalPoint = { x: record.focalX ?? 50, y: record.focalY ?? 50 };
  const pictures = await makePictures({
    bytes,
    facts,
    crop: null,
    focalPoint,
    sizes: SIZES,
    name: filename,
  }).catch(async () => {
    log(`  ${collection}/${filename} is damaged: it is carried over as it is`);
    return asTheyWere({ bytes, facts, folder, sizes: oldSizes });
  });
  const original = await putFile({
    store,
    connection,
    file: { bytes, mimeType, width, height, isStaffOnly: true },
  });
  const shown = await storePictures({
    store,
    connection,
    pictures,
    oldNames: {
      '': `${collection}/${filename}`,
      ...Object.fromEntries(oldSizes.map(([name, file]) => [name, `${collection}/${file}`])),
    },
  });
  return {
    ...shown,
    original: { storedAs: original, mimeType, filesize: bytes.length, width, height },
    crop: null,
  };
}

/** The sizes of the collection when its files were carried over. */
const SIZES: readonly PictureSize[] = [
  { name: 'thumbnail', width: 320, withoutEnlargement: true },
  { name: 'medium', width: 800, withoutEnlargement: true },
  { name: 'large', width: 1600, withoutEnlargement: true },
  { name: 'share', width: 1200, height: 630 },
];

async function asTheyWere({
  bytes,
  facts: { mimeType, width, height },
  folder,
  sizes,
}: {
  bytes: Buffer;
  facts: { mimeType: string; width: number; height: number };
  folder: string;
  sizes: (readonly [name: string, file: string])[];
}): Promise<{ picture: MadePicture; sizes: Record<string, MadePicture | null> }> {
  const made: Record<string, MadePicture | null> = {};
  for (const [name, file] of sizes) {
    const found = await readFile(path.join(folder, path.basename(file))).catch(() => null);
    const facts = found && (await factsOfPicture(found));
    made[name] = found && facts ? { bytes: found, ...facts } : null;
  }
  return { picture: { bytes, mimeType, width, height }, sizes: made };
}

/** Versions hold the file of their time: that of the record, or one that no record has any more. */
async function carryVersions(
  collection: UploadCollection,
  old: OldFiles,
  { payload, log }: MigrationContext,
): Promise<void> {
  const { connection } = payload.db;
  const versions = connection.collection<{ _id: unknown; parent: unknown; version: OldRecord }>(
    `_${collection}_versions`,
  );
  const records = connection.collection<OldRecord & Fields>(collection);
  const open = {
    'version.storedAs': { $exists: false },
    'version.filename': { $type: 'string' },
  } as never;
  for await (const found of versions.find(open)) {
    const { _id, version } = found as { _id: unknown; version: OldRecord };
    const { filename } = version;
    const same = await records.findOne({ filename, storedAs: { $exists: true } } as never);
    const fields = same
      ? Object.fromEntries(FIELDS.flatMap((field) => (field in same ? [[field, same[field]]] : [])))
      : await carryFile({ collection, record: version, old, connection, log });
    const set = Object.entries(fields).map(([field, value]) => [`version.${field}`, value]);
    await versions.updateOne({ _id } as never, { $set: Object.fromEntries(set) as never });
  }
}

/** Beside the content, which stays as it was hashed: where the bytes of its old addresses are now. */
async function carryEditions({ payload, log }: MigrationContext): Promise<void> {
  const { connection } = payload.db;
  const editions = connection.collection<OldEdition>('editions');
  const records = connection.collection<OldRecord>('media');
  const rows = storedFileRows(connection);
  const open = { files: { $exists: false } } as never;
  const total = await editions.countDocuments(open);
  if (total === 0) return;
  const tell = progress('editions', total, log);
  const at = async (address: string | null | undefined) => {
    const oldName = oldNameIn(address);
    const row = oldName === null ? null : await rows.findOne({ oldNames: oldName });
    return row && { ...row, url: addressOfFile(row.name) };
  };
  /** All that the record has, if it still has this picture: then a working copy of it is no change. */
  const sizesOf = async (main: string, { id, sizes }: OldImage): Promise<CarriedSizes> => {
    const carried: CarriedSizes = {};
    const record = (await records.find({ storedAs: main }).toArray()).find(
      ({ _id }) => String(_id) === id,
    );
    const shown = record
      ? Object.entries(record.sizes ?? {}).map(([size, held]) => [size, held?.filename] as const)
      : Object.entries(sizes ?? {}).map(([size, { url }]) => [size, oldNameIn(url)] as const);
    for (const [size, name] of shown) {
      const row = name ? await rows.findOne({ $or: [{ name }, { oldNames: name }] }) : null;
      if (!row) continue;
      carried[size] = { url: addressOfFile(row.name), width: row.width, height: row.height };
    }
    return carried;
  };
  const projection = { 'content.leadImage': 1, 'content.images': 1 };
  for await (const edition of editions.find(open, { projection })) {
    const { _id, content = {} } = edition as OldEdition;
    const images: Fields = {};
    const files = new Set<string>();
    for (const image of [content.leadImage, ...(content.images ?? [])]) {
      const main = await at(image?.url);
      if (!image || !main) continue;
      const sizes = await sizesOf(main.name, image);
      const { name, url, width, height, mimeType } = main;
      images[image.id] = { url, width, height, mimeType, sizes };
      for (const each of [name, ...Object.values(sizes).map((size) => fileAt(size.url))]) {
        if (each) files.add(each);
      }
    }
    await editions.updateOne({ _id } as never, {
      $set: {
        files: [...files],
        ...(Object.keys(images).length > 0 ? { 'carried.images': images } : {}),
      } as never,
    });
    tell();
  }
}

/** `media/harbour.jpg` of `/api/media/file/harbour.jpg`; null for any other address. */
function oldNameIn(address: string | null | undefined): string | null {
  const [, name] = /\/api\/media\/file\/([^/?#]+)$/.exec(address ?? '') ?? [];
  return name ? `media/${decodeURIComponent(name)}` : null;
}

function progress(what: string, total: number, log: (line: string) => void): () => void {
  let done = 0;
  let toldAt = Date.now();
  return () => {
    done += 1;
    if (Date.now() - toldAt < PROGRESS_MS) return;
    toldAt = Date.now();
    log(`  ${what}: ${done} of ${total}`);
  };
}

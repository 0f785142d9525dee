import type { Region } from 'sharp';
import {
  MissingFile,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  type File as UploadedFile,
  type PayloadRequest,
} from 'payload';

import { Refusal } from '../actions/Refusal';
import { addressOfFile } from '../domain/files/fileName';
import { readWhole, type FileStore } from './FileStore';
import {
  factsOfPicture,
  makePictures,
  refuseTooManyPixels,
  type FocalPoint,
  type PictureFacts,
  type PictureSize,
} from './picture';
import { putFile } from './storedFiles';
import { storePictures } from './storePictures';
import { typeOfFile } from './typeOfFile';

export interface UploadSettings {
  store: FileStore;
  maxMegapixels: number;
}

/** Fields that say which files a record has. They are the server's own: no client writes them. */
const OWNED = [
  'storedAs',
  'original',
  'crop',
  'filename',
  'mimeType',
  'filesize',
  'width',
  'height',
  'focalX',
  'focalY',
  'sizes',
  'url',
] as const;

type Owned = Partial<Record<(typeof OWNED)[number], unknown>>;

/** What the panel sends beside a save when somebody has cropped or moved the focal point. */
interface UploadEdits {
  crop?: Record<'x' | 'y', unknown>;
  widthInPixels?: unknown;
  heightInPixels?: unknown;
  focalPoint?: Record<'x' | 'y', unknown>;
}

/** What has been stored for a save, until the save writes it down. */
const stored = new WeakMap<PayloadRequest, Owned>();

/**
 * Stores uploads by their content. Payload would choose a file's name and write its bytes before the
 * record is there, so that of two uploads of one name the loser's bytes stayed under the winner's
 * (payload-traps 23); it is given nothing to write. The bytes are checked, made and stored before the
 * save begins, and the save only says where they are.
 */
export function withStoredFiles(
  collection: CollectionConfig,
  settings: UploadSettings,
): CollectionConfig {
  const upload = typeof collection.upload === 'object' ? collection.upload : {};
  const { hooks = {} } = collection;
  return {
    ...collection,
    // A copy would be a second record of the same file, approved by nobody.
    disableDuplicate: true,
    upload: {
      ...upload,
      disableLocalStorage: true,
      filesRequiredOnCreate: false,
      // Names are what the newsroom calls its files: two may be called the same.
      filenameCompoundIndex: ['filename', 'storedAs', 'createdAt'],
      handlers: [notHere],
    },
    hooks: {
      ...hooks,
      beforeOperation: [...(hooks.beforeOperation ?? []), takeUpload(settings)],
      beforeChange: [keepFiles, ...(hooks.beforeChange ?? [])],
    },
  };
}

/** Files are served by Express, in front of Payload: serveFiles. */
const notHere = () =>
  Response.json(
    { errors: [{ name: 'NotFound', message: 'There is no such file.' }] },
    { status: 404 },
  );

const keepFiles: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  const changed = stored.get(req);
  stored.delete(req);
  if (changed) return { ...data, ...changed };
  const kept = { ...data };
  for (const field of OWNED) {
    if (operation === 'update') kept[field] = (originalDoc as Owned)[field];
    else delete kept[field];
  }
  return kept;
};

function takeUpload(settings: UploadSettings): CollectionBeforeOperationHook {
  return async ({ args, collection, operation, overrideAccess, req }) => {
    if (operation !== 'create' && operation !== 'update') return args;
    const { id, data } = args as { id?: string; data: Record<string, unknown> };
    const { file } = req;
    const edits = (req.query.uploadEdits ?? {}) as UploadEdits;
    // Payload finds no file and no edits, and so writes nothing itself.
    delete req.file;
    delete req.query.uploadEdits;
    stored.delete(req);
    // Payload refuses it in its own words a moment later.
    if (!overrideAccess && !(await collection.access[operation]({ req, data, id }))) return args;
    if (operation === 'create' && !file) throw new MissingFile(req.t);
    const call = { settings, collection, req };
    if (file) {
      if (operation === 'update' && id === undefined) throw oneAtATime();
      stored.set(req, await storeUpload({ ...call, file, edits }));
    } else if (id !== undefined) {
      const made = await storeEdits({ ...call, id, edits, data });
      if (made) stored.set(req, made);
    }
    return args;
  };
}

interface Call {
  settings: UploadSettings;
  collection: { slug: string; upload?: unknown };
  req: PayloadRequest;
}

async function storeUpload({
  settings,
  collection,
  req,
  file,
  edits,
}: Call & { file: UploadedFile; edits: UploadEdits }): Promise<Owned> {
  const { mimeTypes = [], imageSizes } = collection.upload as {
    mimeTypes?: string[];
    imageSizes?: PictureSize[];
  };
  const { data: bytes, name } = file;
  const connection = req.payload.db.connection;
  const { store } = settings;
  const facts = imageSizes ? await factsOfPicture(bytes) : null;
  const mimeType = imageSizes ? (facts?.mimeType ?? null) : await typeOfFile({ bytes, name });
  if (!mimeType || !mimeTypes.includes(mimeType)) throw typeNotTaken({ name, mimeTypes });
  if (!facts) {
    const stays = { bytes, mimeType, isStaffOnly: true };
    const at = await putFile({ store, connection, file: stays });
    return {
      storedAs: at,
      url: addressOfFile(at),
      filename: calledSafely(name),
      mimeType,
      filesize: bytes.length,
    };
  }
  refuseTooManyPixels(facts, { name, maxMegapixels: settings.maxMegapixels });
  const crop = cropOf({ edits, shown: whole(facts) });
  const focalPoint = focalPointOf(edits) ?? { x: 50, y: 50 };
  const sizes = imageSizes ?? [];
  const pictures = await makePictures({ bytes, facts, crop, focalPoint, sizes, name });
  const original = { bytes, mimeType, width: facts.width, height: facts.height, isStaffOnly: true };
  const at = await putFile({ store, connection, file: original });
  return {
    filename: calledSafely(name),
    original: {
      storedAs: at,
      mimeType,
      filesize: bytes.length,
      width: facts.width,
      height: facts.height,
    },
    ...(await storePictures({ store, connection, pictures })),
    crop,
    focalX: focalPoint.x,
    focalY: focalPoint.y,
  };
}

/** A crop or another focal point makes new files of the original; the old ones stay what they are. */
async function storeEdits({
  settings,
  collection,
  req,
  id,
  edits,
  data,
}: Call & {
  id: string;
  edits: UploadEdits;
  data: Record<string, unknown>;
}): Promise<Owned | null> {
  const { imageSizes: sizes } = collection.upload as { imageSizes?: PictureSize[] };
  if (!sizes) return null;
  const wanted =
    focalPointOf(edits) ?? focalPointOf({ focalPoint: { x: data.focalX, y: data.focalY } });
  if (!edits.crop && !wanted) return null;
  const { docs } = await req.payload.find({
    collection: 'media',
    where: { id: { equals: id } },
    draft: true,
    depth: 0,
    limit: 1,
    pagination: false,
    trash: true,
    overrideAccess: true,
  });
  const [record] = docs;
  // Payload says that there is none.
  if (!record) return null;
  const now = { x: record.focalX ?? 50, y: record.focalY ?? 50 };
  const focalPoint = wanted ?? now;
  const { original } = record;
  const isMoved = focalPoint.x !== now.x || focalPoint.y !== now.y;
  if (!edits.crop && !isMoved) return null;
  if (!original?.storedAs || !original.width || !original.height) {
    throw new Refusal({
      code: 'ORIGINAL_MISSING',
      status: 409,
      message: 'The original of this picture is not there. Upload the picture again.',
    });
  }
  const before = (record.crop as Region | null | undefined) ?? null;
  const all = { left: 0, top: 0, width: original.width, height: original.height };
  const crop = cropOf({ edits, shown: before ?? all }) ?? before;
  const bytes = await readWhole(settings.store, original.storedAs);
  const facts = await factsOfPicture(bytes);
  if (!facts) throw new Error(`The original ${original.storedAs} is no picture.`);
  const name = record.filename ?? 'The picture';
  const pictures = await makePictures({ bytes, facts, crop, focalPoint, sizes, name });
  const connection = req.payload.db.connection;
  return {
    filename: record.filename,
    original,
    ...(await storePictures({ store: settings.store, connection, pictures })),
    crop,
    focalX: focalPoint.x,
    focalY: focalPoint.y,
  };
}

/** The part that a crop leaves, in pixels of the original as it is seen; null for no crop. */
function cropOf({ edits, shown }: { edits: UploadEdits; shown: Region }): Region | null {
  const { crop, widthInPixels, heightInPixels } = edits;
  if (!crop) return null;
  const [x, y, width, height] = [crop.x, crop.y, widthInPixels, heightInPixels].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const left = Math.floor((x / 100) * shown.width);
  const top = Math.floor((y / 100) * shown.height);
  const isWithin =
    left >= 0 && top >= 0 && left < shown.width && top < shown.height && width >= 1 && height >= 1;
  // Written so that what is no number is refused.
  if (!isWithin) {
    throw new Refusal({
      code: 'CROP_INVALID',
      status: 400,
      message: 'The crop lies outside of the picture. Draw it again.',
    });
  }
  return {
    left: shown.left + left,
    top: shown.top + top,
    width: Math.min(Math.round(width), shown.width - left),
    height: Math.min(Math.round(height), shown.height - top),
  };
}

function focalPointOf({ focalPoint }: UploadEdits): FocalPoint | null {
  if (!focalPoint) return null;
  const [x, y] = [focalPoint.x, focalPoint.y].map((value) =>
    value === undefined || value === null || value === '' ? NaN : Number(value),
  ) as [number, number];
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  const perCent = (value: number) => Math.round(Math.min(100, Math.max(0, value)));
  return { x: perCent(x), y: perCent(y) };
}

function whole({ width, height }: PictureFacts): Region {
  return { left: 0, top: 0, width, height };
}

/** As the newsroom knows it, without what file systems and headers trip over. */
function calledSafely(name: string): string {
  const called = name
    .replace(/^.*[/\\]/, '')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '-')
    .replace(/^\.+/, '')
    .trim();
  return called.slice(-200) || 'file';
}

function typeNotTaken({ name, mimeTypes }: { name: string; mimeTypes: string[] }): Refusal {
  const kinds = mimeTypes.map((type) => type.replace(/^.*\/(x-)?/, '')).join(', ');
  return new Refusal({
    code: 'FILE_TYPE_NOT_TAKEN',
    status: 400,
    message: `“${name}” is not taken here by its content. Upload one of these: ${kinds}.`,
  });
}

function oneAtATime(): Refusal {
  return new Refusal({
    code: 'ONE_FILE_ONE_RECORD',
    status: 400,
    message: 'A file belongs to one record. Upload it there.',
  });
}

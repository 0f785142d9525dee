import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

import type { Payload } from 'payload';

import { openReceipt, type Receipt, type ReceiptCode } from '../../domain/formats/Receipt';
import { pictureInWords, type StoryPicture } from '../../domain/richText/pictureOf';
import { getSafely } from '../../web/getSafely';
import { Refusal } from '../Refusal';
import { inTransaction, type ActionCall } from '../transaction/inTransaction';

/** As large as an upload may be. */
const MOST_BYTES = 30 * 1024 * 1024;
const IMAGES = ['jpg', 'png', 'webp', 'avif', 'gif'];

/** Where the bytes of a story's pictures may be got from; each gives null for what is not there. */
export interface PictureSources {
  /** Absent where the story came without a folder. */
  beside?: (address: string) => Promise<Uint8Array | null>;
  /** Absent where the operator does not let this server ask the web. */
  fromWeb?: (address: string) => Promise<Uint8Array | null>;
}

export function pictureSources(payload: Payload | null, folder: string | null): PictureSources {
  const { fetchPictures } = (payload?.config.custom ?? {}) as { fetchPictures?: boolean };
  return {
    ...(folder === null ? {} : { beside: (address) => pictureBeside(folder, address) }),
    ...(fetchPictures ? { fromWeb: pictureOfWeb } : {}),
  };
}

/** Never outside of the folder, wherever its links lead. */
async function pictureBeside(folder: string, address: string): Promise<Uint8Array | null> {
  try {
    const root = await realpath(folder);
    const name = decodeURIComponent(address.replace(/[?#].*$/, ''));
    const file = await realpath(path.resolve(root, name));
    const { size } = await stat(file);
    if (!file.startsWith(root + path.sep) || size > MOST_BYTES) return null;
    return await readFile(file);
  } catch {
    return null;
  }
}

async function pictureOfWeb(url: string): Promise<Uint8Array | null> {
  try {
    const { status, bytes } = await getSafely({ url, most: MOST_BYTES });
    return status === 200 ? bytes : null;
  } catch {
    return null;
  }
}

type Missing = Extract<ReceiptCode, 'pictureNotFound' | 'pictureNotFetched'>;

async function bytesOf(
  { source }: StoryPicture,
  sources: PictureSources,
): Promise<Uint8Array | Missing> {
  if ('bytes' in source) return source.bytes;
  const isOfWeb = /^https?:/i.test(source.address);
  if (isOfWeb && !sources.fromWeb) return 'pictureNotFetched';
  const get = isOfWeb ? sources.fromWeb : sources.beside;
  return (await get?.(source.address)) ?? 'pictureNotFound';
}

/** What would become of pictures; those of the web are not asked for. */
export async function foreseePictures(
  pictures: readonly StoryPicture[],
  sources: PictureSources,
): Promise<Receipt> {
  const book = openReceipt();
  const offline = { ...sources, ...(sources.fromWeb ? { fromWeb: noBytes } : {}) };
  for (const picture of pictures) {
    const found = await bytesOf(picture, offline);
    tell(book, typeof found === 'string' ? found : 'pictureKept', picture);
  }
  return book.receipt();
}

const noBytes = () => Promise.resolve(new Uint8Array());

/**
 * Makes records of a story's pictures, with their captions and credits. The same picture with the same
 * words is one record, however often it comes in. Returns the records by what stands for them in the
 * bodies, and what became of each.
 */
export async function storePictures({
  pictures,
  sources,
  ...call
}: ActionCall & {
  pictures: readonly StoryPicture[];
  sources: PictureSources;
}): Promise<{ stored: Map<string, string>; receipt: Receipt }> {
  const stored = new Map<string, string>();
  const book = openReceipt();
  for (const picture of pictures) {
    const bytes = await bytesOf(picture, sources);
    if (typeof bytes === 'string') {
      tell(book, bytes, picture);
      continue;
    }
    try {
      stored.set(picture.id, await recordOf({ picture, bytes, ...call }));
      tell(book, 'pictureKept', picture);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      tell(book, 'pictureRefused', picture);
    }
  }
  return { stored, receipt: book.receipt() };
}

function recordOf({
  picture: { source, alt, caption, credit },
  bytes,
  ...call
}: ActionCall & { picture: StoryPicture; bytes: Uint8Array }): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const words = { alt, caption, credit };
  return inTransaction({
    ...call,
    work: async (req) => {
      const { docs } = await req.payload.find({
        collection: 'media',
        where: { 'original.storedAs': { in: IMAGES.map((ending) => `${sha256}.${ending}`) } },
        draft: true,
        depth: 0,
        pagination: false,
        overrideAccess: true,
        req,
      });
      const same = docs.find((doc) =>
        Object.entries(words).every(
          ([name, value]) => (doc[name as keyof typeof words] ?? null) === value,
        ),
      );
      if (same) return same.id;
      const data = Buffer.from(bytes);
      const name = nameOf(source) ?? `picture-${sha256.slice(0, 8)}`;
      const { id } = await req.payload.create({
        collection: 'media',
        data: words,
        file: { data, name, mimetype: 'application/octet-stream', size: data.length },
        draft: true,
        depth: 0,
        overrideAccess: true,
        req,
      });
      return id;
    },
  });
}

/** What its file was called; null for one that was no file of its own. */
function nameOf(source: StoryPicture['source']): string | null {
  if ('bytes' in source) return null;
  const name =
    source.address
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? '';
  try {
    return decodeURIComponent(name) || null;
  } catch {
    return name;
  }
}

function tell(
  book: ReturnType<typeof openReceipt>,
  code: ReceiptCode,
  { source, place, ...words }: StoryPicture,
): void {
  book.leave();
  if (place) book.pass(place);
  book.note(code, pictureInWords({ src: 'address' in source ? source.address : null, ...words }));
}

import sharp, { type Region, type Sharp } from 'sharp';

import { Refusal } from '../actions/Refusal';

/** A size that is made of every picture, as the collection names it. */
export interface PictureSize {
  name: string;
  width?: number;
  height?: number;
  withoutEnlargement?: boolean;
}

/** What a picture says of itself before anything of it is decoded. */
export interface PictureFacts {
  mimeType: string;
  /** As it is seen: after its orientation is applied. */
  width: number;
  height: number;
  frames: number;
}

/** Per cent from the left and from the top. */
export interface FocalPoint {
  x: number;
  y: number;
}

export interface MadePicture {
  bytes: Buffer;
  mimeType: string;
  width: number;
  height: number;
}

/**
 * What may be decoded at the same moment, in all: a pixel takes up to 16 bytes on its way, turned and
 * cropped. A larger picture, where such are taken, is made alone.
 */
const PIXELS_AT_ONCE = 50_000_000;

const MEGA = 1_000_000;

const MIME_TYPES: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  heif: 'image/avif',
};

/**
 * Reads the head of a picture; nothing is decoded.
 *
 * @returns null for what is no picture that readers' browsers show.
 */
export async function factsOfPicture(bytes: Uint8Array): Promise<PictureFacts | null> {
  const found = await readHead(bytes).catch(() => null);
  if (!found) return null;
  const { format, compression, width, height, pages = 1, pageHeight, orientation = 1 } = found;
  const mimeType = MIME_TYPES[format];
  if (!mimeType || (format === 'heif' && compression !== 'av1')) return null;
  const frameHeight = pageHeight ?? height;
  const isTurned = pages === 1 && orientation >= 5;
  return {
    mimeType,
    width: isTurned ? frameHeight : width,
    height: isTurned ? width : frameHeight,
    frames: pages,
  };
}

/** Throws for what is empty, too, before there is a promise. */
async function readHead(bytes: Uint8Array) {
  return sharp(bytes, { limitInputPixels: false, animated: true }).metadata();
}

/** @throws Refusal for a picture that would take more memory than the newsroom gives it. */
export function refuseTooManyPixels(
  { width, height, frames }: PictureFacts,
  { name, maxMegapixels }: { name: string; maxMegapixels: number },
): void {
  const megapixels = (width * height * frames) / MEGA;
  if (megapixels <= maxMegapixels) return;
  const found = Math.round(megapixels);
  const most = maxMegapixels;
  throw new Refusal({
    code: 'PICTURE_TOO_LARGE',
    status: 413,
    message:
      frames > 1
        ? `“${name}” has ${found} megapixels (${frames} frames of ${width} × ${height}), and at most ${most} are taken here. Make it smaller, then upload it again.`
        : `“${name}” has ${found} megapixels (${width} × ${height}), and at most ${most} are taken here. Make it smaller, then upload it again.`,
  });
}

/**
 * The picture that readers get and its sizes: turned as it is seen, cropped, in sRGB, and without
 * anything that the camera or a program wrote beside the pixels. All are made of the original, so
 * that a crop of a crop loses nothing twice.
 *
 * @throws Refusal for a picture that breaks off or is damaged.
 */
export async function makePictures({
  bytes,
  facts,
  crop,
  focalPoint,
  sizes,
  name,
}: {
  bytes: Uint8Array;
  facts: PictureFacts;
  /** In pixels of the picture as it is seen; null shows all of it. */
  crop: Region | null;
  focalPoint: FocalPoint;
  sizes: readonly PictureSize[];
  /** For the message. */
  name: string;
}): Promise<{ picture: MadePicture; sizes: Record<string, MadePicture | null> }> {
  const shown = crop ?? { left: 0, top: 0, width: facts.width, height: facts.height };
  return inTurn(facts.width * facts.height * facts.frames, async () => {
    try {
      const picture = await make({ bytes, facts, region: shown });
      const made: Record<string, MadePicture | null> = {};
      // One after the other: at once, each would hold the decoded picture.
      for (const size of sizes) {
        made[size.name] = isTooSmallFor(size, shown)
          ? null
          : await make({ bytes, facts, region: regionFor({ size, shown, focalPoint }), size });
      }
      return { picture, sizes: made };
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw new Refusal({
        code: 'FILE_DAMAGED',
        status: 400,
        message: `“${name}” is damaged or breaks off in the middle. Export it anew, then upload it again.`,
      });
    }
  });
}

/** A fixed shape is not made of a picture that is smaller than it both ways. */
function isTooSmallFor({ width, height }: PictureSize, shown: Region): boolean {
  return !!width && !!height && shown.width < width && shown.height < height;
}

/** For a size of fixed shape, the largest part of that shape around the focal point. */
function regionFor({
  size: { width, height },
  shown,
  focalPoint,
}: {
  size: PictureSize;
  shown: Region;
  focalPoint: FocalPoint;
}): Region {
  if (!width || !height) return shown;
  const scale = Math.min(shown.width / width, shown.height / height);
  const across = Math.max(1, Math.min(shown.width, Math.round(width * scale)));
  const down = Math.max(1, Math.min(shown.height, Math.round(height * scale)));
  const within = (wanted: number, most: number) => Math.round(Math.min(Math.max(wanted, 0), most));
  return {
    left:
      shown.left + within((shown.width * focalPoint.x) / 100 - across / 2, shown.width - across),
    top: shown.top + within((shown.height * focalPoint.y) / 100 - down / 2, shown.height - down),
    width: across,
    height: down,
  };
}

async function make({
  bytes,
  facts: { mimeType, width, height, frames },
  region,
  size,
}: {
  bytes: Uint8Array;
  facts: PictureFacts;
  region: Region;
  size?: PictureSize;
}): Promise<MadePicture> {
  const isAnimated = frames > 1;
  // The number of pixels was judged before; a limit of sharp's own would refuse without a reason.
  let image = sharp(bytes, { animated: isAnimated, limitInputPixels: false });
  // Animations have no orientation that browsers would heed.
  if (!isAnimated) image = image.autoOrient();
  const isWhole = region.width === width && region.height === height;
  if (!isWhole) image = image.extract(region);
  if (size) {
    image = image.resize({
      width: size.width,
      height: size.height,
      withoutEnlargement: size.withoutEnlargement ?? false,
      fit: size.width && size.height ? 'fill' : 'cover',
    });
  }
  const { data, info } = await encode(image, mimeType).toBuffer({ resolveWithObject: true });
  return {
    bytes: data,
    mimeType,
    width: info.width,
    height: info.pageHeight ?? Math.round(info.height / frames),
  };
}

/** In the format it came in. Nothing beside the pixels is written unless sharp is asked for it. */
function encode(image: Sharp, mimeType: string): Sharp {
  switch (mimeType) {
    case 'image/png':
      return image.png();
    case 'image/webp':
      return image.webp({ quality: 88 });
    case 'image/gif':
      return image.gif();
    case 'image/avif':
      // The usual effort takes a minute for what a newsroom's camera makes.
      return image.avif({ quality: 62, effort: 2 });
    default:
      return image.jpeg({ quality: 88 });
  }
}

let beingMade = 0;
const waiting: { pixels: number; start: () => void }[] = [];

/** First come, first served, so that a large picture is not overtaken for ever. */
async function inTurn<T>(pixels: number, work: () => Promise<T>): Promise<T> {
  await new Promise<void>((start) => {
    waiting.push({ pixels, start });
    startNext();
  });
  try {
    return await work();
  } finally {
    beingMade -= pixels;
    startNext();
  }
}

function startNext(): void {
  for (;;) {
    const [next] = waiting;
    if (!next || (beingMade > 0 && beingMade + next.pixels > PIXELS_AT_ONCE)) return;
    waiting.shift();
    beingMade += next.pixels;
    next.start();
  }
}

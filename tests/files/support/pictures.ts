import sharp from 'sharp';

const GPS = { GPSLatitude: '53/1 33/1 0/1', GPSLatitudeRef: 'N', GPSLongitude: '10/1 0/1 0/1' };

/** What a camera and an agency's program write into a picture, all of it with telling words. */
export const SECRETS = ['Ada Fenwick', 'SECRET-XMP', 'SECRET-DEVICE', '53/1', 'GPSLatitude'];

/** Stripes of one colour each, so that a turned, cropped or mixed-up picture is seen as such. */
export async function picture({
  width = 400,
  height = 200,
  colour = '#204080',
}: { width?: number; height?: number; colour?: string } = {}): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
}

/** The left half red, the right half blue. */
export async function halves({ width = 400, height = 200 } = {}): Promise<Buffer> {
  const right = await sharp({
    create: { width: width / 2, height, channels: 3, background: '#0000ff' },
  })
    .png()
    .toBuffer();
  return sharp({ create: { width, height, channels: 3, background: '#ff0000' } })
    .composite([{ input: right, left: width / 2, top: 0 }])
    .png()
    .toBuffer();
}

/** As a phone makes it: lying on its side, with place and person. */
export async function fromPhone(): Promise<Buffer> {
  return sharp(await halves({ width: 600, height: 300 }))
    .jpeg({ quality: 95 })
    .keepIccProfile()
    .withExif({ IFD0: { Artist: 'Ada Fenwick', Model: 'SECRET-DEVICE' }, IFD3: GPS })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="SECRET-XMP"/></rdf:RDF></x:xmpmeta>',
    )
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

/** The colour in the middle of a part of a picture: `[red, green, blue]`. */
export async function colourAt(bytes: Buffer, across: number, down: number): Promise<number[]> {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const x = Math.min(info.width - 1, Math.round(across * info.width));
  const y = Math.min(info.height - 1, Math.round(down * info.height));
  const at = (y * info.width + x) * info.channels;
  return [...data.subarray(at, at + 3)];
}

export const isRed = ([red = 0, , blue = 0]: number[]) => red > 200 && blue < 60;
export const isBlue = ([red = 0, , blue = 0]: number[]) => blue > 200 && red < 60;

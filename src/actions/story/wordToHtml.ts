import mammoth from 'mammoth';

/** A document unpacks to some times its size; one that says far more is made to fill the memory. */
const MOST_UNPACKED = 256 * 1024 * 1024;

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p.standfirst:fresh",
];

/**
 * The text of a Word document (.docx) as HTML: headings by style, emphasis, links and lists, without
 * its pictures; the style "Title" is the headline. Null for bytes that are no such document.
 */
export async function wordToHtml(bytes: Uint8Array): Promise<string | null> {
  if (unpackedSize(bytes) > MOST_UNPACKED) return null;
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        styleMap: STYLES,
        includeEmbeddedStyleMap: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    );
    return value;
  } catch {
    return null;
  }
}

/** The sum of the sizes that a zip's directory declares, in bytes (PKWARE APPNOTE 4.3.12). */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size = 0;
  for (let at = 0; at + 46 <= bytes.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    size += view.getUint32(at + 24, true);
    at += 45;
  }
  return size;
}

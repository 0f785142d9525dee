import { fileTypeFromBuffer } from 'file-type';

/** What other programs call the types that we store under one name. */
const SAME: Readonly<Record<string, string>> = {
  'audio/vnd.wave': 'audio/wav',
  'audio/x-wav': 'audio/wav',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'audio/opus': 'audio/ogg',
  'audio/vorbis': 'audio/ogg',
};

/**
 * The type of a file by its bytes. Text has no mark that tells it: what is valid UTF-8 without
 * control characters is text, whatever it is called.
 */
export async function typeOfFile({
  bytes,
  name,
}: {
  bytes: Uint8Array;
  name: string;
}): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found) return SAME[found.mime] ?? found.mime;
  return /\.txt$/i.test(name) && isText(bytes) ? 'text/plain' : null;
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  const isUtf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return true;
  return !bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
}

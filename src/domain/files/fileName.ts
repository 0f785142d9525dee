/** By the type of the bytes: what may be stored at all, and how its name ends. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/gif': 'gif',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
  'video/mp4': 'mp4',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  // Nothing that is uploaded: what an older version took and nobody can tell any more.
  'application/octet-stream': 'bin',
};

const NAME = /^[0-9a-f]{64}\.[a-z0-9]{2,4}$/;
const ADDRESS = '/files/';

/** Bytes are stored under their SHA-256, so that a name never means anything else. */
export function fileName({ sha256, mimeType }: { sha256: string; mimeType: string }): string {
  const extension = EXTENSIONS[mimeType];
  if (!extension) throw new Error(`No files of the type ${mimeType} are stored.`);
  return `${sha256}.${extension}`;
}

export function isStoredType(mimeType: string): boolean {
  return mimeType in EXTENSIONS;
}

export function isFileName(text: string): boolean {
  return NAME.test(text);
}

/** The address below this server's own. */
export function addressOfFile(name: string): string {
  return `${ADDRESS}${name}`;
}

/** The name of the stored file at an address, absolute or not; null for an address of anything else. */
export function fileAt(address: string | null | undefined): string | null {
  const [, name = ''] = /\/files\/([^/?#]+)$/.exec(address ?? '') ?? [];
  return isFileName(name) ? name : null;
}

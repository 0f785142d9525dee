import { addressOfFile } from '../domain/files/fileName';
import type { FileStore } from './FileStore';
import type { MadePicture } from './picture';
import { putFile, type Connection } from './storedFiles';

/** The fields of a record that say which picture readers get of it. */
export interface PictureFields {
  storedAs: string;
  url: string;
  mimeType: string;
  filesize: number;
  width: number;
  height: number;
  sizes: Record<string, SizeFields>;
}

type SizeFields = Record<
  'filename' | 'url' | 'mimeType' | 'filesize' | 'width' | 'height',
  string | number | null
>;

const NO_SIZE: SizeFields = {
  filename: null,
  url: null,
  mimeType: null,
  filesize: null,
  width: null,
  height: null,
};

/** Stores a picture with its sizes, and says so in the fields of a record. */
export async function storePictures({
  store,
  connection,
  pictures: { picture, sizes },
  oldNames = {},
}: {
  store: FileStore;
  connection: Connection;
  pictures: { picture: MadePicture; sizes: Record<string, MadePicture | null> };
  /** Where an older version kept them: of the picture itself under `''`, of its sizes by name. */
  oldNames?: Readonly<Record<string, string>>;
}): Promise<PictureFields> {
  const put = async (size: string, made: MadePicture) => {
    const old = oldNames[size];
    const name = await putFile({
      store,
      connection,
      file: { ...made, isStaffOnly: false },
      oldNames: old === undefined ? [] : [old],
    });
    return {
      filename: name,
      url: addressOfFile(name),
      mimeType: made.mimeType,
      filesize: made.bytes.length,
      width: made.width,
      height: made.height,
    };
  };
  const { filename: storedAs, ...shown } = await put('', picture);
  const stored: Record<string, SizeFields> = {};
  for (const [name, size] of Object.entries(sizes)) {
    stored[name] = size ? await put(name, size) : NO_SIZE;
  }
  return { storedAs, ...shown, sizes: stored };
}

import path from 'node:path';

import type { Environment } from '../environment';
import type { FileStore } from './FileStore';
import { folderStore } from './folderStore';
import { s3Store } from './s3Store';

/**
 * Where this newsroom keeps its files: in the bucket that is set, else beside the embedded database,
 * in the folder that the operator backs up.
 */
export function openFileStore({ dataDir, s3 }: Pick<Environment, 'dataDir' | 's3'>): FileStore {
  return s3 ? s3Store(s3) : folderStore(path.join(dataDir, 'files'));
}

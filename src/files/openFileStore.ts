import path from 'node:path';

import type { Environment } from '../environment';
import type { FileStore } from './FileStore';
import { folderStore } from './folderStore';

/** Beside the embedded database, in the folder that the operator backs up. */
export function openFileStore({ dataDir }: Pick<Environment, 'dataDir'>): FileStore {
  return folderStore(path.join(dataDir, 'files'));
}

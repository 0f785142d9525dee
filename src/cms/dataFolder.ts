import path from 'node:path';

import { readEnvironment } from '../environment';

/** The absolute path of a folder in the newsroom's data folder. */
export function dataFolder(name: string): string {
  return path.join(readEnvironment().dataDir, name);
}

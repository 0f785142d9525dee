import path from 'node:path';

import { restoreNewsroom } from '../src/archive/restoreNewsroom';
import { runArchiveCommand } from './runArchiveCommand';

await runArchiveCommand({
  usage: `Usage: npm run restore -- FOLDER

Brings a newsroom that npm run export has written into an empty one, for example with DATA_DIR set
to a new folder, before its first start. Every checksum is verified before anything is written.`,
  work: ({ folder, client, files, dataDir, log }) =>
    restoreNewsroom({ client, files, dataDir, log, folder: path.resolve(folder) }),
});

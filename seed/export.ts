import path from 'node:path';

import { exportNewsroom } from '../src/archive/exportNewsroom';
import { runArchiveCommand } from './runArchiveCommand';

await runArchiveCommand({
  usage: `Usage: npm run export -- FOLDER

Writes the whole newsroom into a new folder: every document as of one moment, one NDJSON file a
collection, and every upload, with checksums. The newsroom may go on working meanwhile.
Keep the folder safe: it holds drafts and password hashes. PAYLOAD_SECRET is not in it; API keys
and links signed with it need the same secret again.`,
  work: ({ folder, ...call }) => exportNewsroom({ ...call, folder: path.resolve(folder) }),
});

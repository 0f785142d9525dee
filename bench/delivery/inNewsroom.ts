import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';

import { ensureIndexes } from '../../src/delivery/read/ensureIndexes';
import { readEnvironment } from '../../src/environment';
import { findMongod } from '../../src/mongo/findMongod';
import { startMongod } from '../../src/mongo/startMongod';
import { openNewsroom, type Newsroom } from '../../tests/support/newsroom';

/** Measures in an empty newsroom on a database of its own, and takes both away again. */
export async function inNewsroom(measure: (newsroom: Newsroom) => Promise<void>): Promise<void> {
  const log = (line: string) => console.error(line);
  const folder = await mkdtemp(`${tmpdir()}/standfirst-bench-`);
  const mongod = await startMongod({
    binary: await findMongod({ environment: readEnvironment(), log }),
    dataDir: folder,
    log,
  });
  try {
    const newsroom = await openNewsroom(mongod.uri);
    await ensureIndexes(newsroom.payload.db.connection);
    await measure(newsroom);
    await newsroom.close();
  } finally {
    await mongod.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

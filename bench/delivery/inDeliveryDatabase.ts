import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Connection } from '../../src/delivery/Connection';
import { ensureIndexes } from '../../src/delivery/read/ensureIndexes';
import { readEnvironment } from '../../src/environment';
import { findMongod } from '../../src/mongo/findMongod';
import { startMongod } from '../../src/mongo/startMongod';
import { openConnection } from './openConnection';

/** Measures on an empty database of its own with the indexes of delivery, and takes it away again. */
export async function inDeliveryDatabase(
  measure: (connection: Connection) => Promise<void>,
): Promise<void> {
  const log = (line: string) => console.error(line);
  const folder = await mkdtemp(path.join(tmpdir(), 'standfirst-bench-'));
  const mongod = await startMongod({
    binary: await findMongod({ environment: readEnvironment(), log }),
    dataDir: folder,
    log,
  });
  try {
    const connection = await openConnection(mongod.uri);
    await ensureIndexes(connection);
    await connection.collection('slugs').createIndex({ slug: 1 }, { unique: true });
    await connection.collection('articles').createIndex({ 'workflow.liveEdition': 1 });
    await measure(connection);
    await connection.close();
  } finally {
    await mongod.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

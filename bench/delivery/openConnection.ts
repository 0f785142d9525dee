import { createRequire } from 'node:module';

import type { Connection } from '../../src/delivery/Connection';

/** A connection like Payload's, by Payload's own mongoose, without starting a Payload. */
export async function openConnection(uri: string): Promise<Connection> {
  const here = createRequire(import.meta.url);
  const fromAdapter = createRequire(here.resolve('@payloadcms/db-mongodb'));
  const mongoose = fromAdapter('mongoose') as Connection['base'];
  return mongoose.createConnection(uri).asPromise();
}

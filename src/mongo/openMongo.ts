import type { Environment } from '../environment';
import { assertTransactions } from './assertTransactions';
import { findMongod } from './findMongod';
import { redactUri } from './mongoUri';
import { MongoSetUpError } from './MongoSetUpError';
import { startMongod } from './startMongod';

export type OpenMongo = {
  /** Names its database and its replica set. */
  uri: string;
  /** Whether the server is ours to run, rather than the one named in MONGODB_URI. */
  isEmbedded: boolean;
  stop: () => Promise<void>;
};

/**
 * The MongoDB of this process: the replica set named in MONGODB_URI, proved by a transaction, or a
 * mongod of its own in DATA_DIR.
 *
 * @param onLost called once when the embedded MongoDB died for good; by default the process ends
 *   with the reason, for nothing works without it.
 * @throws MongoSetUpError fit to be shown to whoever started the process.
 */
export async function openMongo({
  environment,
  log,
  onLost = (error) => {
    log(error.message);
    process.exit(1);
  },
}: {
  environment: Environment;
  log: (line: string) => void;
  onLost?: (error: MongoSetUpError) => void;
}): Promise<OpenMongo> {
  if (environment.mongodbUri) {
    const uri = await assertTransactions(environment.mongodbUri);
    log(`MongoDB: ${redactUri(uri)}`);
    return { uri, isEmbedded: false, stop: () => Promise.resolve() };
  }
  if (process.platform === 'win32') {
    throw new MongoSetUpError(
      'On Windows, run Standfirst inside WSL, or name a running replica set with MONGODB_URI.',
    );
  }
  const { dataDir } = environment;
  const binary = await findMongod({ environment, log });
  const { uri, port, stop } = await startMongod({ binary, dataDir, log, onLost });
  log(`MongoDB: ready on port ${port}, data in ${dataDir}`);
  return { uri, isEmbedded: true, stop };
}

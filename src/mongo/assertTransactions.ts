import { MongoClient, MongoServerError } from 'mongodb';
import { MongoSetUpError } from './MongoSetUpError';
import { nameReplicaSet, redactUri, toDirectUri } from './mongoUri';

/** IllegalOperation: what a standalone answers to a transaction. */
const ILLEGAL_OPERATION = 20;
const SELECTION_TIMEOUT_MS = 10_000;

/**
 * Proves that the server behind an URI is a replica set that runs transactions, by running one.
 *
 * @returns the URI with its replica set named: Payload runs without transactions, and says nothing,
 *   when the name is missing.
 * @throws MongoSetUpError saying what the server is instead and how to make it usable.
 */
export async function assertTransactions(uri: string): Promise<string> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: SELECTION_TIMEOUT_MS });
  try {
    await client.connect();
    const hello = await client.db('admin').command({ hello: 1 });
    if (hello.msg === 'isdbgrid') {
      throw new MongoSetUpError(
        `${redactUri(uri)} is a mongos. Sharded clusters are not supported yet: name a replica set.`,
      );
    }
    if (!hello.setName) throw standalone(uri);
    await tryTransaction(client);
    return nameReplicaSet(uri, String(hello.setName));
  } catch (error) {
    if (error instanceof MongoSetUpError) throw error;
    if (error instanceof MongoServerError && error.code === ILLEGAL_OPERATION) {
      throw standalone(uri);
    }
    throw await explainFailure(uri, error);
  } finally {
    await client.close();
  }
}

async function tryTransaction(client: MongoClient): Promise<void> {
  const session = client.startSession();
  try {
    session.startTransaction();
    await client.db().collection('standfirst_transaction_check').insertOne({}, { session });
    await session.abortTransaction();
  } finally {
    await session.endSession();
  }
}

/** A driver that finds no primary only says so: one server asked directly tells why. */
async function explainFailure(uri: string, error: unknown): Promise<MongoSetUpError> {
  const reason = error instanceof Error ? error.message : String(error);
  const direct = toDirectUri(uri);
  if (direct) {
    const client = new MongoClient(direct, { serverSelectionTimeoutMS: 2_000 });
    try {
      const hello = await (await client.connect()).db('admin').command({ hello: 1 });
      if (hello.isreplicaset) {
        return new MongoSetUpError(
          `${redactUri(uri)} was started with --replSet but its replica set was never initiated. Run once: mongosh --eval "rs.initiate()"`,
        );
      }
      if (!hello.setName) return standalone(uri);
      return new MongoSetUpError(
        `${redactUri(uri)} is a member of replica set "${String(hello.setName)}", but its primary cannot be used: ${reason}`,
      );
    } catch {
      // Not reachable directly either: the first error says it best.
    } finally {
      await client.close();
    }
  }
  return new MongoSetUpError(`MongoDB at ${redactUri(uri)} cannot be used: ${reason}`);
}

function standalone(uri: string): MongoSetUpError {
  return new MongoSetUpError(
    [
      `${redactUri(uri)} is a standalone server: it has no transactions, and Standfirst publishes nothing without one.`,
      'Make it a replica set of one (its data stays):',
      '  1. start mongod with: --replSet rs0   (or in mongod.conf: replication: { replSetName: rs0 })',
      '  2. once: mongosh --eval "rs.initiate()"',
      '  3. MONGODB_URI=mongodb://host:27017/standfirst?replicaSet=rs0',
      'Or leave MONGODB_URI unset: Standfirst then runs a MongoDB of its own.',
    ].join('\n'),
  );
}

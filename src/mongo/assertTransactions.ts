import { MongoClient } from 'mongodb';
import { MongoSetUpError } from './MongoSetUpError';
import { nameReplicaSet, redactUri, toDirectUri } from './mongoUri';

const SELECTION_TIMEOUT_MS = 10_000;

/**
 * Proves that the server behind an URI is a replica set that runs transactions, by running one.
 *
 * @returns the URI with its replica set named: Payload runs without transactions, and says nothing,
 *   when the name is missing.
 * @throws MongoSetUpError saying what the server is instead and how to make it usable.
 */
export async function assertTransactions(uri: string): Promise<string> {
  await refuseUnusableMember(uri);
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
    const reason = error instanceof Error ? error.message : String(error);
    throw new MongoSetUpError(`MongoDB at ${redactUri(uri)} cannot be used: ${reason}`);
  } finally {
    await client.close();
  }
}

async function tryTransaction(client: MongoClient): Promise<void> {
  const session = client.startSession();
  try {
    session.startTransaction();
    // A read does: a delivery node may have a database user that writes nothing.
    await client.db().collection('standfirst_transaction_check').findOne({}, { session });
    await session.abortTransaction();
  } finally {
    await session.endSession();
  }
}

/** A driver that looks for a primary in vain says only so: one member asked by itself tells why. */
async function refuseUnusableMember(uri: string): Promise<void> {
  const direct = toDirectUri(uri);
  if (!direct) return;
  const client = new MongoClient(direct, { serverSelectionTimeoutMS: 2_000 });
  const hello = await client
    .connect()
    .then(() => client.db('admin').command({ hello: 1 }))
    .catch(() => null);
  await client.close();
  // Not reachable: perhaps another member is.
  if (hello === null || hello.setName || hello.msg === 'isdbgrid') return;
  if (!hello.isreplicaset) throw standalone(uri);
  throw new MongoSetUpError(
    `${redactUri(uri)} was started with --replSet but its replica set was never initiated. Run once: mongosh --eval "rs.initiate()"`,
  );
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

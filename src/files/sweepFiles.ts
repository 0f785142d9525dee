import type { FileStore } from './FileStore';
import { storedFileRows, type Connection } from './storedFiles';

const HOUR_MS = 3_600_000;
/** An upload whose save was refused, or a picture that nobody kept. */
const KEPT_MS = 24 * HOUR_MS;

/** Where records and their versions name stored files: plainly, as the original, and by size. */
const RECORDS = ['media', 'evidence-files'] as const;

interface Naming {
  storedAs?: string | null;
  original?: { storedAs?: string | null } | null;
  sizes?: Record<string, { filename?: string | null } | null> | null;
}

/**
 * Takes away files of nobody: no record, no version and no edition names them, and nobody has put
 * them for a day. Whoever puts the same bytes at this moment either keeps this from marking the file,
 * or waits until it is gone and then writes it again (putFile).
 *
 * @returns the number of files that are gone.
 */
export async function sweepFiles({
  store,
  connection,
  now,
}: {
  store: FileStore;
  connection: Connection;
  now: Date;
}): Promise<number> {
  await store.tidy();
  const rows = storedFileRows(connection);
  const isForgotten = {
    touchedAt: { $lt: new Date(now.getTime() - KEPT_MS) },
    pinnedBy: { $size: 0 },
  };
  const old = await rows.find(isForgotten, { projection: { name: 1 } }).toArray();
  if (old.length === 0) return 0;
  const named = await namesInRecords(connection);
  const editions = connection.collection<{ files?: string[] }>('editions');
  let gone = 0;
  for (const { name } of old) {
    if (named.has(name)) continue;
    if (await editions.findOne({ files: name }, { projection: { _id: 1 } })) continue;
    const { modifiedCount } = await rows.updateOne(
      { ...isForgotten, name },
      { $set: { removingAt: now } },
    );
    if (modifiedCount === 0) continue;
    await store.remove(name);
    await rows.deleteOne({ name, removingAt: now });
    gone += 1;
  }
  return gone;
}

async function namesInRecords(connection: Connection): Promise<Set<string>> {
  const named = new Set<string>();
  const take = ({ storedAs, original, sizes }: Naming) => {
    const filenames = Object.values(sizes ?? {}).map((size) => size?.filename);
    for (const name of [storedAs, original?.storedAs, ...filenames]) if (name) named.add(name);
  };
  for (const collection of RECORDS) {
    const projection = { storedAs: 1, original: 1, sizes: 1 };
    for await (const record of connection.collection<Naming>(collection).find({}, { projection })) {
      take(record);
    }
    const versions = connection.collection<{ version?: Naming }>(`_${collection}_versions`);
    const within = { 'version.storedAs': 1, 'version.original': 1, 'version.sizes': 1 };
    for await (const { version } of versions.find({}, { projection: within })) {
      if (version) take(version);
    }
  }
  return named;
}

/** Sweeps now and every hour, until it is stopped. */
export function keepSwept({
  store,
  connection,
  onError,
}: {
  store: FileStore;
  connection: Connection;
  onError: (error: unknown) => void;
}): () => Promise<void> {
  let running = Promise.resolve();
  const sweep = (): void => {
    running = running
      .then(() => sweepFiles({ store, connection, now: new Date() }))
      .then(() => undefined, onError);
  };
  sweep();
  const timer = setInterval(sweep, HOUR_MS);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

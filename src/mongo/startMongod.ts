import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureReplicaSet, moveReplicaSet, REPLICA_SET } from './ensureReplicaSet';
import { findFreePort } from './findFreePort';
import { launchMongod } from './launchMongod';
import type { LaunchedMongod, LaunchFailure } from './launchMongod';
import { judgeMongodRecord, readMongodRecord, writeMongodRecord } from './mongodRecord';
import type { MongodRecord } from './mongodRecord';
import { MongoSetUpError } from './MongoSetUpError';
import { isStillRunning } from './processIdentity';
import type { ProcessIdentity } from './processIdentity';
import { readMongodVersion } from './readMongodVersion';

type Log = (line: string) => void;

export type RunningMongod = {
  /** Names the database `standfirst` and the replica set. */
  uri: string;
  port: number;
  /** Shuts MongoDB down and waits for its end; does nothing when another process started it. */
  stop: () => Promise<void>;
};

/** A mongod that keeps dying has a cause that restarting does not cure. */
const MAX_RESTARTS = 3;
const RESTART_WINDOW_MS = 60_000;
/** How long a mongod of an earlier run may take to shut down. */
const ORPHAN_PATIENCE_MS = 15_000;

/**
 * Runs a mongod as a replica set of one on 127.0.0.1, its data in `dataDir`/mongo and its log in
 * `dataDir`/mongod.log. It ends with this process, however that ends; one that an earlier run left
 * is stopped first; one that another living process runs on the same folder is shared. If it dies,
 * it is started again on the same port.
 *
 * @param port preferred port; otherwise the one used before, if free, else any.
 * @param onLost called once when MongoDB died and could not be brought back.
 * @throws MongoSetUpError saying why it does not start.
 */
export async function startMongod({
  binary,
  dataDir,
  port: preferredPort,
  log,
  onLost,
}: {
  binary: string;
  dataDir: string;
  port?: number;
  log: Log;
  onLost?: (error: MongoSetUpError) => void;
}): Promise<RunningMongod> {
  mkdirSync(dataDir, { recursive: true });
  const version = await readMongodVersion(binary);
  const before = readMongodRecord(dataDir);
  const launched = await launchOrShare({ binary, dataDir, version, preferredPort, log });
  if ('shared' in launched) {
    const port = launched.shared.port;
    return { uri: uriOf(port), port, stop: () => Promise.resolve() };
  }
  const { port } = launched;
  try {
    await ensureReplicaSet(port);
  } catch (error) {
    await launched.mongod.end();
    throw new MongoSetUpError(`MongoDB started but forms no replica set: ${String(error)}`);
  }
  writeMongodRecord({ dataDir, port, version, mongodPid: launched.mongod.pid });
  if (before && before.version !== version) {
    log(`MongoDB: the data was last used with ${before.version}, now with ${version}`);
  }
  const stop = supervise({ first: launched.mongod, binary, dataDir, version, port, log, onLost });
  return { uri: uriOf(port), port, stop };
}

async function launchOrShare({
  binary,
  dataDir,
  version,
  preferredPort,
  log,
}: {
  binary: string;
  dataDir: string;
  version: string;
  preferredPort: number | undefined;
  log: Log;
}): Promise<{ mongod: LaunchedMongod; port: number } | { shared: MongodRecord }> {
  const deadline = performance.now() + ORPHAN_PATIENCE_MS;
  for (;;) {
    const record = readMongodRecord(dataDir);
    const state = judgeMongodRecord(record);
    if (record?.running && state === 'owned') {
      log(`MongoDB: sharing the one that process ${record.running.owner.pid} runs in ${dataDir}`);
      return { shared: record };
    }
    if (record?.running && state === 'orphan') await endOrphan(record.running.mongod, log);

    const port = await findFreePort(preferredPort ?? record?.port);
    const result = await launchOnPort({ binary, dataDir, port, portBefore: record?.port });
    if ('pid' in result) return { mongod: result, port };
    // Another process may be starting on this folder, or one is just ending: both pass.
    if (result.code !== 'FAILED' && performance.now() < deadline) {
      await pause(200);
      continue;
    }
    const age =
      record && record.version !== version
        ? ` The data was last used with MongoDB ${record.version}; this is ${version}: name a fitting one with MONGOD_BINARY.`
        : '';
    throw new MongoSetUpError(
      `MongoDB does not start in ${dataDir} (${result.reason}).${age} Its log: ${dataDir}/mongod.log`,
    );
  }
}

async function launchOnPort({
  portBefore,
  ...launch
}: {
  binary: string;
  dataDir: string;
  port: number;
  portBefore: number | undefined;
}): Promise<LaunchedMongod | LaunchFailure> {
  const hasData = existsSync(path.join(launch.dataDir, 'mongo', 'WiredTiger'));
  if (hasData && portBefore !== launch.port) {
    const mover = await launchMongod({ ...launch, isMember: false });
    if (!('pid' in mover)) return mover;
    try {
      await moveReplicaSet(launch.port);
    } finally {
      await mover.end();
    }
  }
  return launchMongod(launch);
}

async function endOrphan(mongod: ProcessIdentity, log: Log): Promise<void> {
  log(`MongoDB: waiting for the one of an earlier run (process ${mongod.pid}) to end`);
  const deadline = performance.now() + ORPHAN_PATIENCE_MS;
  signal(mongod, 'SIGINT');
  while (isStillRunning(mongod)) {
    // Safe for the data: what was acknowledged is in the journal.
    if (performance.now() > deadline) signal(mongod, 'SIGKILL');
    await pause(50);
  }
}

function signal({ pid }: ProcessIdentity, name: 'SIGINT' | 'SIGKILL'): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended in between: what was wanted.
  }
}

function supervise({
  first,
  binary,
  dataDir,
  version,
  port,
  log,
  onLost,
}: {
  first: LaunchedMongod;
  binary: string;
  dataDir: string;
  version: string;
  port: number;
  log: Log;
  onLost: ((error: MongoSetUpError) => void) | undefined;
}): () => Promise<void> {
  let stopping: Promise<void> | null = null;
  let restarting: Promise<void> = Promise.resolve();
  let current = first;
  let restarts: number[] = [];

  watch();
  return () => (stopping ??= stop());

  function watch(): void {
    void current.ended.then((how) => {
      if (!stopping) restarting = restart(how);
    });
  }

  async function restart(how: string): Promise<void> {
    const now = performance.now();
    restarts = [...restarts.filter((at) => now - at < RESTART_WINDOW_MS), now];
    if (restarts.length > MAX_RESTARTS) {
      onLost?.(new MongoSetUpError(`MongoDB died ${restarts.length} times in a minute (${how})`));
      return;
    }
    log(`MongoDB: it died (${how}); starting it again`);
    const result = await launchMongod({ binary, dataDir, port });
    if (!('pid' in result)) {
      onLost?.(new MongoSetUpError(`MongoDB died and does not start again (${result.reason})`));
      return;
    }
    current = result;
    writeMongodRecord({ dataDir, port, version, mongodPid: result.pid });
    watch();
  }

  async function stop(): Promise<void> {
    await restarting;
    await current.end();
    writeMongodRecord({ dataDir, port, version, mongodPid: null });
  }
}

function uriOf(port: number): string {
  return `mongodb://127.0.0.1:${port}/standfirst?replicaSet=${REPLICA_SET}`;
}

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { identifyProcess, isStillRunning } from './processIdentity';

const identity = z.object({ pid: z.number(), startedAt: z.string() });

const recordFile = z.object({
  port: z.number(),
  /** Of the mongod that last used the data. */
  version: z.string(),
  /** The mongod and the process that started it; null after a clean stop. */
  running: z.object({ mongod: identity, owner: identity }).nullable(),
});

export type MongodRecord = z.infer<typeof recordFile>;

/** What is known of the mongod of this data folder; null when there was none, or it is unreadable. */
export function readMongodRecord(dataDir: string): MongodRecord | null {
  try {
    return recordFile.parse(JSON.parse(readFileSync(recordPath(dataDir), 'utf8')));
  } catch {
    return null;
  }
}

/** Replaces the record in one rename, so that a reader never sees half of one. */
export function writeMongodRecord({
  dataDir,
  port,
  version,
  mongodPid,
}: {
  dataDir: string;
  port: number;
  version: string;
  mongodPid: number | null;
}): void {
  const mongod = mongodPid === null ? null : identifyProcess(mongodPid);
  const owner = identifyProcess(process.pid);
  const record: MongodRecord = {
    port,
    version,
    running: mongod && owner ? { mongod, owner } : null,
  };
  const draft = `${recordPath(dataDir)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(record, null, 2)}\n`);
  renameSync(draft, recordPath(dataDir));
}

/** Whether a mongod runs on this data folder, and whether the process that started it still does. */
export function judgeMongodRecord(record: MongodRecord | null): 'stopped' | 'owned' | 'orphan' {
  if (!record?.running || !isStillRunning(record.running.mongod)) return 'stopped';
  return isStillRunning(record.running.owner) ? 'owned' : 'orphan';
}

function recordPath(dataDir: string): string {
  return path.join(dataDir, 'mongod.json');
}

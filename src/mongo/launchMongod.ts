import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, openSync, readSync, renameSync, closeSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endWithParent } from './endWithParent';
import { askProcessId, REPLICA_SET } from './ensureReplicaSet';

/** A mongod that accepts connections, watched so that it ends with this process. */
export type LaunchedMongod = {
  pid: number;
  /** Settles when the process has ended, however that came, with words saying how. */
  ended: Promise<string>;
  /** Asks for a clean shutdown; after 30 s the process is killed (the journal keeps the data). */
  end: () => Promise<void>;
};

export type LaunchFailure = { reason: string; code: 'DATA_IN_USE' | 'PORT_IN_USE' | 'FAILED' };

/** Some months of log; one older file of that size is kept. */
const MAX_LOG_BYTES = 20_000_000;

/**
 * Starts a mongod and waits until it answers or ends.
 *
 * @param isMember false runs it as no member of its replica set, to change the set itself.
 */
export async function launchMongod({
  binary,
  dataDir,
  port,
  isMember = true,
}: {
  binary: string;
  dataDir: string;
  port: number;
  isMember?: boolean;
}): Promise<LaunchedMongod | LaunchFailure> {
  const dbPath = path.join(dataDir, 'mongo');
  const logPath = path.join(dataDir, 'mongod.log');
  mkdirSync(dbPath, { recursive: true });
  const size = statSync(logPath, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MAX_LOG_BYTES) renameSync(logPath, `${logPath}.1`);
  const logStart = statSync(logPath, { throwIfNoEntry: false })?.size ?? 0;
  const child = spawn(
    binary,
    [
      ...['--dbpath', dbPath],
      ...(isMember ? ['--replSet', REPLICA_SET] : []),
      ...['--bind_ip', '127.0.0.1', '--port', String(port), '--nounixsocket'],
      // A newsroom's working set is small: the default would take half of the memory.
      ...['--wiredTigerCacheSizeGB', '0.25'],
      // A process that is killed leaves its transaction open, and with it the lock on the event counter.
      ...['--setParameter', 'transactionLifetimeLimitSeconds=15'],
      ...['--logpath', logPath, '--logappend', '--quiet'],
    ],
    // Its own process group: a Ctrl-C in the terminal is for us, who stop it last.
    { stdio: 'ignore', detached: true },
  );
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) =>
      resolve(signal ? `signal ${signal}` : `code ${String(code)}`),
    );
  });
  if (child.pid === undefined) return { reason: await ended, code: 'FAILED' };
  const unwatch = endWithParent(child.pid);
  void ended.then(unwatch);

  let howItEnded: string | null = null;
  void ended.then((how) => (howItEnded = how));
  while (howItEnded === null) {
    // Of two started at once on one port, both would find it open: ask whose it is.
    if ((await acceptsConnections(port)) && (await askProcessId(port)) === child.pid) {
      child.unref();
      return { pid: child.pid, ended, end: () => end(child, ended) };
    }
    await pause(30);
  }
  return explain(howItEnded, readFrom(logPath, logStart));
}

async function end(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.ref();
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGKILL'), 30_000);
  await ended;
  clearTimeout(timer);
}

function acceptsConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function explain(howItEnded: string, log: string): LaunchFailure {
  const code = log.includes('DBPathInUse')
    ? 'DATA_IN_USE'
    : log.includes('Address already in use')
      ? 'PORT_IN_USE'
      : 'FAILED';
  const messages = log.split('\n').flatMap((line) => {
    try {
      const entry = JSON.parse(line) as { s: string; msg: string; attr?: { error?: unknown } };
      if (entry.s !== 'E' && entry.s !== 'F') return [];
      const detail = entry.attr?.error;
      return [detail ? `${entry.msg}: ${JSON.stringify(detail)}` : entry.msg];
    } catch {
      return [];
    }
  });
  return { reason: [howItEnded, ...messages.slice(0, 3)].join('; '), code };
}

function readFrom(file: string, start: number): string {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const buffer = Buffer.alloc(Math.max(0, size - start));
  if (buffer.length === 0) return '';
  const descriptor = openSync(file, 'r');
  readSync(descriptor, buffer, 0, buffer.length, start);
  closeSync(descriptor);
  return buffer.toString('utf8');
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A hang, not a slow machine: a start with a build takes about half a minute on two cores. */
const START_TIMEOUT_MS = 240_000;

export interface ServerProcess {
  /** Without a slash at the end. */
  url: string;
  port: number;
  dataDir: string;
  /** Passwords of the first run by role; empty on later runs. */
  passwords: Record<string, string>;
  /** Everything printed so far. */
  output: () => string;
  /** Signs in over HTTP; the token goes into `authorization: JWT …`. */
  signIn: (email: string, password: string) => Promise<string>;
  /** Sends a signal to the process and waits for its end. */
  kill: (signal: NodeJS.Signals) => Promise<void>;
  /** Stops as Ctrl-C does, and removes the data folder when it was made here. */
  stop: () => Promise<void>;
}

/** Runs `npm start`'s own script in a process of its own, on a free port, until it says it is ready. */
export async function startServer({
  dataDir,
  port,
  env = {},
}: { dataDir?: string; port?: number; env?: Record<string, string> } = {}): Promise<ServerProcess> {
  const folder = dataDir ?? (await mkdtemp(path.join(tmpdir(), 'standfirst-server-')));
  const ownPort = port ?? (await freePort());
  const child = spawn(process.execPath, ['bin/start.mjs'], {
    cwd: ROOT,
    env: { ...withoutTestSettings(), PORT: String(ownPort), DATA_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));

  const url = `http://localhost:${ownPort}`;
  await ready({ child, url, output: () => output });
  const kill = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return {
    url,
    port: ownPort,
    dataDir: folder,
    passwords: readPasswords(output),
    output: () => output,
    signIn: async (email, password) => {
      const response = await fetch(`${url}/api/users/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password }),
      });
      const { token } = (await response.json()) as { token?: string };
      if (!token) throw new Error(`${email} could not sign in: ${response.status}`);
      return token;
    },
    kill,
    stop: async () => {
      await kill('SIGTERM');
      if (!dataDir) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function ready({
  child,
  url,
  output,
}: {
  child: ChildProcess;
  url: string;
  output: () => string;
}): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended at start:\n${output()}`);
    const response = await fetch(`${url}/readyz`).catch(() => null);
    // The sign-ins are printed after the last part is up.
    if (response?.ok && output().includes('Standfirst is ready')) return;
    await pause(200);
  }
  child.kill('SIGKILL');
  throw new Error(`The server was not ready in time:\n${output()}`);
}

function readPasswords(output: string): Record<string, string> {
  const lines = output.matchAll(/^ {2}(\S+@standfirst\.local)\s+(\S+)\s+(\S+)$/gm);
  return Object.fromEntries([...lines].map(([, , password = '', role = '']) => [role, password]));
}

/** What vitest sets for itself must not reach a server that is to run as for a user. */
function withoutTestSettings(): NodeJS.ProcessEnv {
  const { NODE_ENV: _mode, VITEST: _vitest, MONGODB_URI: _uri, ...env } = process.env;
  return env as NodeJS.ProcessEnv;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join, sep } from 'node:path';
import { endWithParent } from '../src/mongo/endWithParent.ts';
import { openMongo } from '../src/mongo/openMongo.ts';
import { readEnvironment } from '../src/environment.ts';

const WATCHED = ['src', 'collections', 'seed', 'payload.config.ts'];
/** Next reloads these by itself, in the browser too. */
const RELOADED_BY_NEXT = [join('src', 'admin'), join('src', 'app')];
/** Editors write several files, or one twice, for one save. */
const SETTLE_MS = 300;

/**
 * Runs the server in a child that starts again when its sources change. MongoDB belongs to this
 * process, and the child shares it, so that a restart need not wait for a database.
 */
export async function runDev({ root, log }) {
  const environment = readEnvironment();
  const mongo = await openMongo({ environment, log }).catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
  let server = null;
  let hasRestarted = false;
  let isStopping = false;

  const startServer = () => {
    const child = spawn(
      process.execPath,
      ['--import', './bin/registerTypeScript.mjs', 'src/server.ts'],
      {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        // The terminal's Ctrl-C reaches only this process, which passes it on once.
        detached: true,
      },
    );
    const unwatch = endWithParent(child.pid);
    child.once('exit', (code) => {
      unwatch();
      if (server !== child) return;
      server = null;
      if (isStopping) return;
      if (hasRestarted) log('The server has ended; it starts again at the next change.');
      else void stop(code ?? 1);
    });
    server = child;
  };

  const endServer = async () => {
    if (!server) return;
    const ending = once(server, 'exit');
    server.kill('SIGTERM');
    await ending;
  };

  const stop = async (code) => {
    if (isStopping) return;
    isStopping = true;
    await endServer();
    await mongo.stop();
    process.exit(code);
  };

  const restart = async (file) => {
    log(`${file} has changed: starting the server again …`);
    hasRestarted = true;
    const old = server;
    if (old) {
      server = null;
      old.kill('SIGTERM');
      await once(old, 'exit');
    }
    if (!isStopping) startServer();
  };

  process.on('SIGINT', () => void stop(0));
  process.on('SIGTERM', () => void stop(0));
  startServer();
  onChange({ root, act: restart });
}

function onChange({ root, act }) {
  let timer = null;
  let running = Promise.resolve();
  for (const source of WATCHED) {
    watch(join(root, source), { recursive: true }, (_event, name) => {
      const file = source === name || !name ? source : join(source, name);
      const isOurs = /\.(ts|tsx|txt)$/.test(file);
      if (!isOurs || RELOADED_BY_NEXT.some((folder) => file.startsWith(folder + sep))) return;
      clearTimeout(timer);
      timer = setTimeout(() => (running = running.then(() => act(file))), SETTLE_MS);
    });
  }
}

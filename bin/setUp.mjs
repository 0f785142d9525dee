// What must be there before anything runs. Plain Node: nothing is installed yet when this is read.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What the built admin is made of. */
const BUILD_SOURCES = [
  'src/actions',
  'src/admin',
  'src/app',
  'src/cms',
  'src/domain',
  'src/environment.ts',
  'collections',
  'payload.config.ts',
  'next.config.mjs',
  'package-lock.json',
];

/** Ends the process with a clear line when Node is too old for what follows. */
export function ensureNode({ root }) {
  const { engines } = readJson(join(root, 'package.json'));
  const wanted = engines.node.replace(/[^\d.]/g, '');
  if (process.versions.node.localeCompare(wanted, 'en', { numeric: true }) < 0) {
    console.error(
      `Standfirst needs Node ${wanted} or newer; this is ${process.versions.node} (${process.execPath}). Get one at https://nodejs.org`,
    );
    process.exit(1);
  }
}

/** Reads .env if there is one; what the environment already says wins. */
export function loadEnvFile({ root }) {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/**
 * Installs the dependencies when they are absent or not those of package-lock.json.
 *
 * @param {{ root: string, log: (line: string) => void }} options
 */
export async function ensureDependencies({ root, log }) {
  const reason = findStaleDependency(root);
  if (!reason) return;
  log(`Installing dependencies (${reason}); this takes a minute or two …`);
  // The admin is built on this machine, and its build needs the development packages too.
  const flags = ['--include=dev', '--no-audit', '--no-fund'];
  const exact = await npm(['ci', ...flags], root);
  if (exact.code === 0) return;
  log(`npm ci failed (${firstError(exact.output)}); trying npm install …`);
  const loose = await npm(['install', ...flags], root);
  if (loose.code === 0) return;
  throw new SetUpError(`${loose.output}\nThe dependencies could not be installed: see above.`);
}

/**
 * Builds the admin when its sources are not those of the last build.
 *
 * @param {{ root: string, log: (line: string) => void }} options
 */
export async function ensureBuild({ root, log }) {
  const marker = join(root, '.next', 'standfirst-build');
  const hash = hashSources(root);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) return;
  log('Building the admin panel; this takes about half a minute …');
  const startedAt = performance.now();
  const { code, output } = await run(
    process.execPath,
    [join(root, 'node_modules/next/dist/bin/next'), 'build'],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  if (code !== 0) throw new SetUpError(`${output}\nThe admin panel could not be built: see above.`);
  writeFileSync(marker, hash);
  log(`Built in ${Math.round((performance.now() - startedAt) / 1000)} s.`);
}

/** A failure that its message explains: the stack would only hide it. */
export class SetUpError extends Error {}

/** For the top level of a command: one clear message instead of a stack, where there is one. */
export function fail(error) {
  console.error(error instanceof SetUpError ? error.message : error);
  process.exit(1);
}

/** npm keeps in node_modules what it installed there: comparing costs milliseconds. */
function findStaleDependency(root) {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return 'none are installed';
  const installed = readJson(installedFile).packages;
  const wanted = Object.entries(readJson(join(root, 'package-lock.json')).packages);
  const stale = wanted.find(
    ([path, { version, optional, link }]) =>
      path !== '' && !optional && !link && installed[path]?.version !== version,
  );
  return stale ? `${stale[0].replace(/^.*node_modules\//, '')} is not the locked one` : null;
}

function hashSources(root) {
  const hash = createHash('sha256');
  for (const file of BUILD_SOURCES.flatMap((source) => listFiles(join(root, source)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function listFiles(path) {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path)
      .sort()
      .flatMap((name) => listFiles(join(path, name)));
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
}

function npm(args, cwd) {
  // Started by npm, its own script is the surest npm there is.
  const script = process.env.npm_execpath;
  const [program, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  return run(program, [...first, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** npm prints a code, then the reason, then pages of usage. */
function firstError(output) {
  const lines = output.split('\n').map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim());
  return lines.find((line) => line && !line.startsWith('code ')) ?? 'no reason given';
}

function run(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, options);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.once('error', (error) => reject(new SetUpError(`${program}: ${error.message}`)));
    child.once('close', (code) => resolve({ code, output }));
  });
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

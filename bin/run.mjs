// Runs a TypeScript file: node bin/run.mjs FILE [arguments]
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureDependencies, ensureNode, fail, loadEnvFile } from './setUp.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const [file, ...args] = process.argv.slice(2);
if (!file) {
  console.error('Usage: node bin/run.mjs FILE [arguments]');
  process.exit(2);
}
ensureNode({ root: ROOT });
loadEnvFile({ root: ROOT });
await ensureDependencies({ root: ROOT, log: console.error }).catch(fail);

const entry = resolve(ROOT, file);
process.argv = [process.argv[0], entry, ...args];
// In this same process, so that its exit code, its signals and its terminal are the entry's own.
await import('./registerTypeScript.mjs');
await import(pathToFileURL(entry).href);

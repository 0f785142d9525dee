// Builds the admin panel when it is stale, as npm start does.
import { fileURLToPath } from 'node:url';
import { ensureBuild, fail } from './setUp.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

await ensureBuild({ root: ROOT, log: console.log }).catch(fail);

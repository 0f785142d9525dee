import { fileURLToPath } from 'node:url';
import { ensureBuild } from '../../bin/setUp.mjs';

/** Builds the admin if it is stale: whole processes are tested as readers and editors run them. */
export default () =>
  ensureBuild({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    log: (line) => process.stderr.write(`${line}\n`),
  });

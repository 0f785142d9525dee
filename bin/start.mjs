// npm start and npm run dev: everything from a fresh checkout to a running newsroom.
import { fileURLToPath } from 'node:url';
import { endWithNpm } from './endWithNpm.mjs';
import { ensureBuild, ensureDependencies, ensureNode, fail, loadEnvFile } from './setUp.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const isDev = process.argv.includes('--dev');
const log = console.log;

ensureNode({ root: ROOT });
process.chdir(ROOT);
loadEnvFile({ root: ROOT });
process.env.NODE_ENV = isDev ? 'development' : 'production';

try {
  await ensureDependencies({ root: ROOT, log });
  const showsAdmin = !['delivery', 'worker'].includes(process.env.ROLE);
  if (!isDev && showsAdmin) await ensureBuild({ root: ROOT, log });
} catch (error) {
  fail(error);
}

endOnSecondSignal();
endWithNpm({ log });

await import('./registerTypeScript.mjs');
if (isDev) {
  const { runDev } = await import('./runDev.mjs');
  await runDev({ root: ROOT, log });
} else {
  // In this same process: killing it, however rudely, leaves no server behind.
  await import('../src/server.ts');
}

/** The first Ctrl-C is the server's, to stop cleanly; whoever presses it again will not wait. */
function endOnSecondSignal() {
  // npm passes on the signal that the terminal has sent us already: that is not a second one.
  const ECHO_MS = 1000;
  let firstAt = null;
  const onSignal = () => {
    firstAt ??= performance.now();
    if (performance.now() - firstAt > ECHO_MS) process.exit(130);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

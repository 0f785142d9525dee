// npm test: the gates, then every test. Arguments go to vitest and leave the gates out:
// npm test -- tests/domain
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { GATES, run, runGates } from './check.mjs';
import { findLeftProcesses } from './findLeftProcesses.mjs';
import { ensureDependencies, ensureNode, fail } from './setUp.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
// A mongod that was told to end writes its last checkpoint first.
const GRACE_MS = 10_000;

/** With less, tests fill the memory: a mongod prepares hundreds of MB before it holds anything. */
const ENOUGH_MEMORY = 6 * 1024 ** 3;

const vitestArguments = process.argv.slice(2);
const runVariable = ['STANDFIRST_TEST_RUN', randomUUID()];

ensureNode({ root: ROOT });
await ensureDependencies({ root: ROOT, log: console.log }).catch(fail);
const gates = vitestArguments.length === 0 ? await runAllGates() : { passed: 0, failed: 0 };
const tests = await runTests();
const leftProcesses = await endLeftProcesses();

const passed = gates.passed + tests.passed;
const failed = gates.failed + tests.failed + leftProcesses;
const skipped = tests.skipped > 0 ? `, ${tests.skipped} skipped` : '';
process.exitCode = failed > 0 || tests.passed === 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed${skipped}`);

/** The gates, then the build of the panel, while what the tests need from outside is fetched. */
async function runAllGates() {
  const fetched = run(['bin/run.mjs', 'tests/support/fetchTools.ts']);
  // After the types, which are checked with those that a build writes.
  const gates = await runGates([...GATES, { name: 'build', args: ['bin/build.mjs'] }]);
  // What could not be fetched is told by the tests that need it.
  await fetched;
  return gates;
}

/** Runs all of vitest's projects with live progress and counts from its JSON report. */
async function runTests() {
  const folder = await mkdtemp(join(await quickFolder(), 'standfirst-run-'));
  const report = join(folder, 'report.json');
  try {
    // All that the tests write goes with this folder, whatever becomes of them.
    const code = await runVitest({
      reporting: ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      temporary: folder,
    });
    const json = await readFile(report, 'utf8').then(JSON.parse, () => null);
    if (json === null) return { passed: 0, failed: 1, skipped: 0 };
    const brokenFiles = json.testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
    );
    const failed = json.numFailedTests + brokenFiles.length;
    return {
      passed: json.numPassedTests,
      // Errors outside of any test (a rejection nobody handled) show in the exit code only.
      failed: failed === 0 && code !== 0 ? 1 : failed,
      skipped: json.numPendingTests + json.numTodoTests,
    };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** In memory where there is enough of it: tests have thousands of transactions reach a disk. */
async function quickFolder() {
  const memory = '/dev/shm';
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize > ENOUGH_MEMORY ? memory : tmpdir();
}

function runVitest({ reporting, temporary }) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', ...reporting, ...vitestArguments],
      {
        cwd: ROOT,
        env: { ...process.env, TMPDIR: temporary, [runVariable[0]]: runVariable[1] },
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    );
    // The terminal sends Ctrl-C to the child as well: stay to count and to look for leftovers.
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('exit', resolve);
  });
}

/** Every process that the tests started must have ended: the others are named, ended and counted. */
async function endLeftProcesses() {
  const deadline = performance.now() + GRACE_MS;
  let left = await findLeftProcesses(runVariable.join('='));
  while (left.length > 0 && performance.now() < deadline) {
    await wait(250);
    left = await findLeftProcesses(runVariable.join('='));
  }
  for (const { pid, command } of left) {
    console.log(`✗ a test left a process running: ${pid} ${command.slice(0, 200)}`);
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended in the meantime: still late.
    }
  }
  return left.length;
}

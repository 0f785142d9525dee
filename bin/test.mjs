// npm test: the gates, then every test. Arguments go to vitest and leave the gates out:
// npm test -- tests/domain
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { GATES, runGates } from './check.mjs';
import { findLeftProcesses } from './findLeftProcesses.mjs';
import { ensureDependencies, ensureNode, fail } from './setUp.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
// A mongod that was told to end writes its last checkpoint first.
const GRACE_MS = 10_000;

const vitestArguments = process.argv.slice(2);
const runVariable = ['STANDFIRST_TEST_RUN', randomUUID()];

ensureNode({ root: ROOT });
await ensureDependencies({ root: ROOT, log: console.log }).catch(fail);
const gates = vitestArguments.length === 0 ? await runGates(GATES) : { passed: 0, failed: 0 };
const tests = await runTests();
const leftProcesses = await endLeftProcesses();

const passed = gates.passed + tests.passed;
const failed = gates.failed + tests.failed + leftProcesses;
const skipped = tests.skipped > 0 ? `, ${tests.skipped} skipped` : '';
process.exitCode = failed > 0 || tests.passed === 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed${skipped}`);

/** Runs all of vitest's projects with live progress and counts from its JSON report. */
async function runTests() {
  const folder = await mkdtemp(join(tmpdir(), 'standfirst-report-'));
  const report = join(folder, 'report.json');
  try {
    const code = await runVitest([
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]);
    const json = await readFile(report, 'utf8').then(JSON.parse, () => null);
    if (json === null) return { passed: 0, failed: 1, skipped: 0 };
    nameSecondAttempts(json);

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
    await rm(folder, { recursive: true, force: true });
  }
}

/** Tests that passed only when they were tried again: faults that hide, perhaps. */
function nameSecondAttempts({ testResults }) {
  for (const { name: file, assertionResults } of testResults) {
    // Where tests are tests' subject, some fail on purpose.
    if (file.includes('/tests/tooling/')) continue;
    for (const { status, fullName, failureMessages } of assertionResults) {
      if (status !== 'passed' || failureMessages.length === 0) continue;
      console.log(`! passed at the second attempt only: ${fullName}`);
      console.log(failureMessages[0].split('\n').slice(0, 6).join('\n'));
    }
  }
}

function runVitest(reporting) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', ...reporting, ...vitestArguments],
      {
        cwd: ROOT,
        env: { ...process.env, [runVariable[0]]: runVariable[1] },
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

// npm run check: everything that can be said about the code without a database or a browser.
import { spawn } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureDependencies, ensureNode, fail } from './setUp.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => `node_modules/${name}`;

// The slowest first: two run at a time, and the short ones fill the gaps.
export const GATES = [
  { name: 'types and lint', args: [bin('oxlint/bin/oxlint'), '.'] },
  { name: 'generated files', args: ['bin/run.mjs', 'bin/generate.ts', '--check'] },
  {
    name: 'Prettier',
    args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'],
  },
  { name: 'unused code', args: [bin('knip/bin/knip.js'), '--no-progress'] },
  {
    name: 'import map',
    args: [bin('dependency-cruiser/bin/dependency-cruise.mjs'), '--output-type=err-long', '.'],
  },
];

const UNIT_TESTS = {
  name: 'domain and words',
  args: [
    bin('vitest/vitest.mjs'),
    'run',
    '--project=unit',
    '--reporter=dot',
    'tests/domain',
    'tests/words.test.ts',
  ],
};

/**
 * Runs gates two at a time, telling each result in one line and the output of those that failed.
 *
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runGates(gates) {
  const waiting = [...gates];
  const counts = { passed: 0, failed: 0 };
  const work = async () => {
    for (let gate = waiting.shift(); gate; gate = waiting.shift()) {
      const startedAt = performance.now();
      const { code, output } = await run(gate.args);
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      console.log(`${code === 0 ? '✓' : '✗'} ${gate.name.padEnd(16)} ${seconds.padStart(5)} s`);
      if (code !== 0) console.log(output.trimEnd().replace(/^/gm, '    '));
      counts[code === 0 ? 'passed' : 'failed'] += 1;
    }
  };
  await Promise.all([work(), work()]);
  return counts;
}

/** Runs Node with arguments; answers the exit code and all that was printed. */
export function run(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureNode({ root: ROOT });
  await ensureDependencies({ root: ROOT, log: console.log }).catch(fail);
  const { failed } = await runGates([...GATES, UNIT_TESTS]);
  if (failed > 0) console.log(`${failed} of ${GATES.length + 1} gates failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

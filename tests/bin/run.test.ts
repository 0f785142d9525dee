import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

test('passes arguments and the exit code through', () => {
  const { status, report } = run('development', ['a b', '-c']);
  expect(status).toBe(7);
  expect(report.args).toEqual(['a b', '-c']);
});

// Loading Lexical's own choice of a build can wait for ever: bin/buildConditions.mjs says why.
test.each([
  ['production', '.prod.mjs'],
  ['development', '.dev.mjs'],
] as const)('loads the %s build of Lexical', (nodeEnv, ending) => {
  expect(run(nodeEnv, []).report.lexical.slice(-ending.length)).toBe(ending);
});

type Report = { args: string[]; lexical: string };

function run(
  nodeEnv: 'production' | 'development',
  args: string[],
): { status: number | null; report: Report } {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['bin/run.mjs', 'tests/bin/reportHowItRuns.ts', ...args],
    { cwd: ROOT, env: { ...process.env, NODE_ENV: nodeEnv }, encoding: 'utf8' },
  );
  return { status, report: JSON.parse(stdout) as Report };
}

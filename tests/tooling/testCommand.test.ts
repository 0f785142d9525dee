import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Runs the real test command over a folder of test files; answers its exit code and output. */
async function testCommand(files: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'standfirst-command-'));
  try {
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    await writeFile(join(folder, 'vitest.config.mjs'), 'export default {};');
    await mkdir(join(folder, 'tests'));
    for (const [name, source] of Object.entries(files)) {
      await writeFile(
        join(folder, 'tests', `${name}.test.js`),
        `import { expect, test } from 'vitest';\n${source}`,
      );
    }
    const { code, stdout } = await promisify(execFile)(
      process.execPath,
      [join(ROOT, 'bin/test.mjs'), '--root', folder],
      { env: { ...process.env, VITEST: undefined } },
    ).then(
      (done) => ({ code: 0, ...done }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    );
    return { code, stdout, lastLine: stdout.trimEnd().split('\n').at(-1) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const PASSING = "test('adds', () => expect(1 + 1).toBe(2));";

describe.concurrent('npm test', { timeout: 120_000 }, () => {
  test('counts what passed and what was skipped', async ({ expect }) => {
    const { code, lastLine } = await testCommand({
      one: PASSING,
      two: `${PASSING}\ntest.skip('rests', () => {});\ntest.todo('comes');`,
    });
    expect({ code, lastLine }).toEqual({ code: 0, lastLine: '2 passed, 0 failed, 2 skipped' });
  });

  test('counts failed tests, and a file that does not load as one', async ({ expect }) => {
    const { code, lastLine } = await testCommand({
      one: `${PASSING}\ntest('fails', () => expect(1).toBe(2));`,
      two: "throw new Error('does not load');",
    });
    expect({ code, lastLine }).toEqual({ code: 1, lastLine: '1 passed, 2 failed' });
  });

  test('counts an error that no test caught', async ({ expect }) => {
    const { code, lastLine } = await testCommand({
      one: `${PASSING}\nvoid Promise.reject(new Error('nobody waited'));`,
    });
    expect({ code, lastLine }).toEqual({ code: 1, lastLine: '1 passed, 1 failed' });
  });

  test('fails when there is no test at all', async ({ expect }) => {
    const { code, lastLine } = await testCommand({});
    expect({ code, lastLine }).toEqual({ code: 1, lastLine: '0 passed, 1 failed' });
  });

  test('fails on a process that the tests left running, names it and ends it', async ({
    expect,
  }) => {
    const mark = randomUUID();
    const { code, stdout, lastLine } = await testCommand({
      one: `
        import { spawn } from 'node:child_process';
        test('leaves a process', () => {
          const env = { ...process.env, LEFT_MARK: '${mark}' };
          spawn('sleep', ['601'], { detached: true, stdio: 'ignore', env }).unref();
        });`,
    });
    expect({ code, lastLine }).toEqual({ code: 1, lastLine: '1 passed, 1 failed' });
    expect(stdout).toMatch(/left a process running: \d+ sleep 601/);
    const { findLeftProcesses } = (await import(join(ROOT, 'bin/findLeftProcesses.mjs'))) as {
      findLeftProcesses: (variable: string) => Promise<unknown[]>;
    };
    await expect.poll(() => findLeftProcesses(`LEFT_MARK=${mark}`)).toEqual([]);
  });
});

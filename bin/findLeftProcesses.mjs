import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * Finds living processes by a variable in the environment they were started with, which every
 * child inherits, however it was detached.
 *
 * @param {string} variable such as "STANDFIRST_TEST_RUN=…"
 * @returns {Promise<{ pid: number, command: string }[]>}
 */
export async function findLeftProcesses(variable) {
  const found = await (process.platform === 'linux' ? fromProc(variable) : fromPs(variable));
  return found.filter(({ pid }) => pid !== process.pid);
}

async function fromProc(variable) {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const processes = await Promise.all(
    pids.map(async (pid) => {
      // Processes end while we look, and those of other users cannot be read: neither is ours.
      const read = (file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
      const [environment, command] = await Promise.all([read('environ'), read('cmdline')]);
      return { pid: Number(pid), environment, command: command.replaceAll('\0', ' ').trim() };
    }),
  );
  return processes
    .filter(({ environment }) => environment.split('\0').includes(variable))
    .map(({ pid, command }) => ({ pid, command }));
}

async function fromPs(variable) {
  const { stdout } = await promisify(execFile)('ps', ['-E', '-ww', '-ax', '-o', 'pid=,command='], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout
    .split('\n')
    .filter((line) => line.includes(variable))
    .map((line) => ({ pid: Number.parseInt(line, 10), command: line.trim().slice(0, 200) }));
}

import { readFileSync } from 'node:fs';

const SHELLS = ['sh', 'bash', 'dash', 'ash', 'zsh'];

/**
 * Ends this process, cleanly, when the npm that started it is gone: killing npm itself would leave
 * a server that holds its port, out of reach of the terminal.
 */
export function endWithNpm({ log }) {
  if (!process.env.npm_lifecycle_event) return;
  const before = findNpm();
  const timer = setInterval(() => {
    if (findNpm() === before) return;
    clearInterval(timer);
    log('npm is gone.');
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  timer.unref();
}

/** The process id of npm, which runs scripts in a shell; where there is no /proc, of our parent. */
function findNpm() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    const [, name, parent] = /^\d+ \((.*)\) \S (\d+)/s.exec(stat);
    return SHELLS.includes(name) ? Number(parent) : process.ppid;
  } catch {
    return process.ppid;
  }
}

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** A process id alone may belong to another process later; with its start time it cannot. */
export type ProcessIdentity = { pid: number; startedAt: string };

/** The running process with this id; null when there is none, or it is only waiting to be reaped. */
export function identifyProcess(pid: number): ProcessIdentity | null {
  const startedAt = existsSync('/proc/self/stat') ? readProc(pid) : askPs(pid);
  return startedAt === null ? null : { pid, startedAt };
}

export function isStillRunning(identity: ProcessIdentity): boolean {
  return identifyProcess(identity.pid)?.startedAt === identity.startedAt;
}

function readProc(pid: number): string | null {
  try {
    // proc(5): the name in brackets may hold spaces; state is field 3, start time field 22.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
    return fields?.[0] === 'Z' ? null : (fields?.[19] ?? null);
  } catch {
    return null;
  }
}

function askPs(pid: number): string | null {
  try {
    const answer = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
    }).trim();
    return answer === '' || answer.startsWith('Z') ? null : answer.replace(/^\S+\s+/, '');
  } catch {
    return null;
  }
}

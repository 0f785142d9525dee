import { spawn } from 'node:child_process';
import { Socket } from 'node:net';

/**
 * Makes a process end cleanly when this one ends in any way, kill -9 included: a shell waits on a
 * pipe that only this process holds, and reads its end when the kernel closes it.
 *
 * @returns a function that calls the watch off.
 */
export function endWithParent(pid: number): () => void {
  const watcher = spawn(
    '/bin/sh',
    ['-c', 'read -r _; kill -INT "$1" 2>/dev/null', 'standfirst-watch', String(pid)],
    // Its own process group: a Ctrl-C in the terminal must not end the watcher first.
    { stdio: ['pipe', 'ignore', 'ignore'], detached: true },
  );
  watcher.unref();
  if (watcher.stdin instanceof Socket) watcher.stdin.unref();
  return () => {
    watcher.kill('SIGKILL');
  };
}

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Runs a mongod binary once, which also proves that it can run on this machine.
 *
 * @returns its version, such as "6.0.5".
 * @throws Error saying why it does not run (a missing shared library, a wrong architecture).
 */
export async function readMongodVersion(binary: string): Promise<string> {
  const { stdout } = await promisify(execFile)(binary, ['--version'], { timeout: 20_000 }).catch(
    (error: unknown) => {
      throw new Error(`${binary} does not run: ${lastLine(error)}`, { cause: error });
    },
  );
  const version = /db version v(\S+)/.exec(stdout)?.[1];
  if (!version) throw new Error(`${binary} is not a mongod`);
  return version;
}

function lastLine(error: unknown): string {
  const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  const message = stderr || (error instanceof Error ? error.message : String(error));
  return message.split('\n').at(-1) ?? message;
}

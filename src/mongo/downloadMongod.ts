import { connect } from 'node:net';
import { provideEnvironment } from '../environment';

const HOST = 'fastdl.mongodb.org';

/**
 * Downloads MongoDB's own build for this platform, checks its sum and prints its progress.
 *
 * @returns the path of the mongod inside `folder`.
 * @throws Error when the server cannot be reached within 5 s, or has no build for this platform.
 */
export async function downloadMongod(folder: string): Promise<string> {
  await assertReachable();
  // The downloader checks certificates only if npm's own setting says so.
  provideEnvironment({ npm_config_strict_ssl: 'true' });
  const { MongoBinaryDownload } =
    await import('mongodb-memory-server-core/lib/util/MongoBinaryDownload.js');
  return new MongoBinaryDownload({ downloadDir: folder, checkMD5: true }).getMongodPath();
}

/** Without it a network that drops packets would cost minutes of silent retries. */
function assertReachable(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: HOST, port: 443, timeout: 5_000 });
    const settle = (error?: Error) => {
      socket.destroy();
      if (error) reject(error);
      else resolve();
    };
    socket.once('connect', () => settle());
    socket.once('timeout', () => settle(new Error(`${HOST} does not answer within 5 s`)));
    socket.once('error', (error) => settle(new Error(`cannot reach ${HOST} (${error.message})`)));
  });
}

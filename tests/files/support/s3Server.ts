import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import S3rver from '@20minutes/s3rver';

const S3_BUCKET = 'newsroom';
/** The only keys that it knows. */
const KEY = 'S3RVER';

export interface S3Server {
  /** As an operator would set them. */
  settings: Record<string, string>;
  close: () => Promise<void>;
}

/** A server that speaks S3, on this machine, with an empty bucket. */
export async function startS3(): Promise<S3Server> {
  const directory = await mkdtemp(path.join(tmpdir(), 'standfirst-s3-'));
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    // It reckons the signature of a listing in a way of its own.
    allowMismatchedSignatures: true,
    directory,
    configureBuckets: [{ name: S3_BUCKET, configs: [] }],
  });
  const { port } = await server.run();
  return {
    settings: {
      S3_BUCKET,
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_ACCESS_KEY_ID: KEY,
      S3_SECRET_ACCESS_KEY: KEY,
    },
    close: async () => {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

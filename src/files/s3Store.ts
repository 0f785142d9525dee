import type { Readable } from 'node:stream';

import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';

import { isFileName } from '../domain/files/fileName';
import type { FileStore } from './FileStore';

export interface S3Settings {
  bucket: string;
  /** Of a server that speaks S3 and is not Amazon's; null asks Amazon's. */
  endpoint: string | null;
  region: string;
  /** Null leaves it to the machine: its role, or the variables that Amazon's tools read. */
  keys: { id: string; secret: string } | null;
}

/** Files in a bucket of their own. */
export function s3Store({ bucket, endpoint, region, keys }: S3Settings): FileStore {
  const client = new S3Client({
    region,
    // Servers other than Amazon's rarely have a host name for each bucket.
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    ...(keys ? { credentials: { accessKeyId: keys.id, secretAccessKey: keys.secret } } : {}),
    // Several such servers refuse checksums of a later standard than theirs.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const at = (name: string) => {
    if (!isFileName(name)) throw new Error(`${name} is not the name of a stored file.`);
    return { Bucket: bucket, Key: name };
  };
  const size: FileStore['size'] = async (name) => {
    try {
      return (await client.send(new HeadObjectCommand(at(name)))).ContentLength ?? null;
    } catch (error) {
      if (statusOf(error) === 404) return null;
      throw error;
    }
  };
  return {
    place: `the bucket ${bucket}`,
    size,
    put: async (name, bytes) => {
      if ((await size(name)) === bytes.length) return;
      // Whole or not at all, and safe once it is answered.
      await client.send(new PutObjectCommand({ ...at(name), Body: bytes }));
    },
    read: async (name, range) => {
      const Range = range && `bytes=${range.start}-${range.end}`;
      const { Body } = await client.send(
        new GetObjectCommand({ ...at(name), ...(Range ? { Range } : {}) }),
      );
      return Body as Readable;
    },
    remove: async (name) => {
      await client.send(new DeleteObjectCommand(at(name)));
    },
    names: async function* () {
      for (let from: string | undefined; ;) {
        const { Contents = [], NextContinuationToken } = await client.send(
          new ListObjectsV2Command({
            Bucket: bucket,
            ...(from ? { ContinuationToken: from } : {}),
          }),
        );
        yield* Contents.map(({ Key = '' }) => Key).filter(isFileName);
        if (!NextContinuationToken) return;
        from = NextContinuationToken;
      }
    },
    tidy: () => Promise.resolve(),
  };
}

function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
}

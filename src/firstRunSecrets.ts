import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { EnvironmentError } from './environment';
import type { Environment } from './environment';

const secretsFile = z.object({ payloadSecret: z.string().min(32) });

/**
 * The secret that signs sessions and API keys: PAYLOAD_SECRET if given, else one made on the first
 * run and kept in DATA_DIR/secrets.json, readable by its owner only.
 *
 * @throws EnvironmentError when MONGODB_URI is given without PAYLOAD_SECRET: several nodes may share
 *   that database, and each would make its own secret; also when secrets.json is damaged.
 */
export function resolvePayloadSecret(
  environment: Pick<Environment, 'dataDir' | 'mongodbUri' | 'payloadSecret'>,
): string {
  if (environment.payloadSecret) return environment.payloadSecret;
  if (environment.mongodbUri) {
    throw new EnvironmentError([
      'PAYLOAD_SECRET: required with MONGODB_URI, and the same on every node; make one with: openssl rand -hex 32',
    ]);
  }
  const file = path.join(environment.dataDir, 'secrets.json');
  createOnce(file);
  try {
    return secretsFile.parse(JSON.parse(readFileSync(file, 'utf8'))).payloadSecret;
  } catch {
    throw new EnvironmentError([
      `PAYLOAD_SECRET: ${file} is damaged; restore it, or delete it (everyone signs in again and API keys must be made anew)`,
    ]);
  }
}

/** A link fails if the file exists, so of two first runs at once both end with the same secret. */
function createOnce(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const secrets = { payloadSecret: randomBytes(32).toString('hex') };
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

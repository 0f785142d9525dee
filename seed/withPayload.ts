import { getPayload, type Payload } from 'payload';

import { noticesSent } from '../src/actions/record/sendNotices';
import { provideEnvironment, readEnvironment } from '../src/environment';
import { resolvePayloadSecret } from '../src/firstRunSecrets';
import { openMongo } from '../src/mongo/openMongo';

/**
 * Runs a command on the newsroom's database, beside a running server or without one, and exits with
 * its answer: 0 for done, 1 for refused.
 */
export async function withPayload(command: (payload: Payload) => Promise<0 | 1>): Promise<never> {
  const environment = readEnvironment();
  const mongo = await openMongo({ environment, log: (line) => console.error(line) });
  provideEnvironment({
    MONGODB_URI: mongo.uri,
    PAYLOAD_SECRET: resolvePayloadSecret(environment),
    // A command opens no socket to a development server that may be running.
    DISABLE_PAYLOAD_HMR: 'true',
  });
  const { default: config } = await import('../payload.config');
  const payload = await getPayload({ config });
  try {
    process.exitCode = await command(payload);
  } finally {
    await noticesSent();
    await payload.destroy();
    await mongo.stop();
  }
  return process.exit();
}

import { MongoClient } from 'mongodb';

import { ArchiveError } from '../src/archive/Manifest';
import { provideEnvironment, readEnvironment } from '../src/environment';
import type { FileStore } from '../src/files/FileStore';
import { openFileStore } from '../src/files/openFileStore';
import { resolvePayloadSecret } from '../src/firstRunSecrets';
import { openMongo } from '../src/mongo/openMongo';

/** What a command on the whole newsroom works with. */
export interface ArchiveCall {
  client: MongoClient;
  dataDir: string;
  files: FileStore;
  folder: string;
  log: (line: string) => void;
}

/** A command with one folder to name; it says what it did, or why it did nothing. */
export async function runArchiveCommand({
  usage,
  work,
}: {
  usage: string;
  work: (call: ArchiveCall) => Promise<unknown>;
}): Promise<never> {
  const [folder, ...more] = process.argv.slice(2);
  if (!folder || more.length > 0 || folder.startsWith('-')) {
    console.error(usage);
    process.exit(folder === '--help' ? 0 : 2);
  }
  const environment = readEnvironment();
  const mongo = await openMongo({ environment, log: (line) => console.error(line) });
  provideEnvironment({
    MONGODB_URI: mongo.uri,
    PAYLOAD_SECRET: resolvePayloadSecret(environment),
  });
  const client = new MongoClient(mongo.uri);
  try {
    await work({
      client,
      dataDir: environment.dataDir,
      files: openFileStore(environment),
      folder,
      log: (line) => console.log(line),
    });
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    await client.close();
    await mongo.stop();
  }
  return process.exit();
}

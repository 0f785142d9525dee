import { randomBytes } from 'node:crypto';

import { MongoMemoryReplSet } from 'mongodb-memory-server-core';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ensureIndexes } from '../../src/delivery/read/ensureIndexes';
import { readEnvironment } from '../../src/environment';
import { findMongod } from '../../src/mongo/findMongod';
import { openNewsroom, publish, writeArticle, type Newsroom } from '../support/newsroom';
import { startServer, type ServerProcess } from '../support/serverProcess';

const READER = { user: 'delivery', pwd: randomBytes(12).toString('hex') };
const OWNER = { user: 'newsroom', pwd: randomBytes(12).toString('hex') };

let set: MongoMemoryReplSet;
let newsroom: Newsroom;
let readerUri: string;
let server: ServerProcess;

beforeAll(async () => {
  const systemBinary = await findMongod({ environment: readEnvironment(), log: () => undefined });
  set = await MongoMemoryReplSet.create({
    binary: { systemBinary, checkMD5: false },
    replSet: {
      count: 1,
      auth: { enable: true, customRootName: OWNER.user, customRootPwd: OWNER.pwd },
    },
  });
  newsroom = await openNewsroom(as(OWNER));
  // As any node that may write does at its start.
  await ensureIndexes(newsroom.payload.db.connection);
  const { databaseName } = newsroom.payload.db.connection.db ?? {};
  const owner = await MongoClient.connect(as(OWNER));
  await owner.db('admin').command({
    createUser: READER.user,
    pwd: READER.pwd,
    roles: [{ role: 'read', db: databaseName }],
  });
  await owner.close();
  readerUri = as(READER, databaseName);
});
afterAll(async () => {
  await server?.stop();
  await newsroom?.close();
  await set?.stop();
});

/** The set's address with a user's name and password. */
function as({ user, pwd }: typeof READER, database = ''): string {
  const uri = new URL(set.getUri(database));
  Object.assign(uri, { username: user, password: pwd });
  uri.searchParams.set('authSource', 'admin');
  return uri.href;
}

describe('a delivery node whose database user can only read', () => {
  it('serves what is published, and what is published later', async () => {
    const first = await publishStory('The ferry sails again');
    server = await startServer({
      env: {
        ROLE: 'delivery',
        MONGODB_URI: readerUri,
        PAYLOAD_SECRET: randomBytes(32).toString('hex'),
      },
    });
    await waitFor(`/v1/articles/${first}`, 'The ferry sails again');
    await waitFor(`/read/${first}`, 'The ferry sails again');
    await waitFor('/v1/search?q=ferry', first);

    const second = await publishStory('The bridge opens');
    await waitFor(`/v1/articles/${second}`, 'The bridge opens');
    await waitFor('/v1/articles', second);
    expect(server.output()).not.toMatch(/not authorized|"level":50/);
  });

  it('has a user that is refused every write', async () => {
    const reader = await MongoClient.connect(readerUri);
    const write = reader.db().collection('articles').insertOne({ headline: 'Not by this user' });
    await expect(write).rejects.toThrow(/not authorized/);
    await reader.close();
  });
});

async function publishStory(headline: string): Promise<string> {
  const slug = headline.toLowerCase().replaceAll(' ', '-');
  const { article } = await writeArticle(newsroom, { headline, slug });
  await publish(newsroom, article.id);
  return slug;
}

async function waitFor(path: string, words: string): Promise<void> {
  await expect
    .poll(() => fetch(`${server.url}${path}`).then((answer) => answer.text()), { timeout: 20_000 })
    .toContain(words);
}

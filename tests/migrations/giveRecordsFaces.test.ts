import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { runMigrations } from '../../src/migrations/runMigrations';
import { openNewsroom, publish, writeArticle, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;
const ids: Record<string, string> = {};
const before: Record<string, object> = {};
const lines: string[] = [];

/** As the version before this one left them: without a status and without versions. */
async function makeOld(): Promise<void> {
  const { connection } = newsroom.payload.db;
  for (const collection of ['people', 'topics', 'media']) {
    await connection
      .collection(collection)
      .updateMany({}, { $unset: { _status: 1, faceWaits: 1, revision: 1, savedBy: 1 } });
    await connection.collection(`_${collection}_versions`).deleteMany({});
  }
}

const run = () => runMigrations({ payload: newsroom.payload, log: (line) => lines.push(line) });

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  const { payload, rest } = newsroom;
  const person = await payload.create({ collection: 'people', data: { name: 'Ada Fenwick' } });
  const topic = await payload.create({ collection: 'topics', data: { name: 'Sea' } });
  const hidden = await payload.create({ collection: 'people', data: { name: 'Eve' } });
  Object.assign(ids, { person: person.id, topic: topic.id, hidden: hidden.id });
  const { article } = await writeArticle(newsroom, {
    topics: [topic.id],
    bylines: [{ person: person.id }],
  });
  await publish(newsroom, article.id);
  // Everything about a visible record was public then.
  await payload.db.connection.collection('people').updateOne(
    { name: 'Ada Fenwick' },
    {
      $set: {
        biography: 'Keeps the light.',
        aliases: ['Ms Fenwick'],
        roles: [{ id: '65f0000000000000000000aa', title: 'Keeper', from: new Date('2020-01-01') }],
      },
    },
  );
  for (const address of [`/people/${person.id}`, `/topics/${topic.id}`]) {
    const { body } = await rest('GET', address);
    before[address] = { ...body, _status: null };
  }
  await makeOld();
});
afterAll(() => newsroom.close());

describe('records from before they had a face', () => {
  it('keep the one that readers saw, word for word', async () => {
    await Promise.all([run(), run()]);
    for (const [address, was] of Object.entries(before)) {
      const { body, status } = await newsroom.rest('GET', address);
      expect([status, { ...body, _status: null }]).toEqual([200, was]);
    }
    expect(lines).toContain('people: 2 have a face or are drafts, all of them');
  });

  it('have one version each, and nothing that waits', async () => {
    const { payload, rest } = newsroom;
    for (const id of [ids.person, ids.hidden]) {
      const { totalDocs } = await payload.countVersions({
        collection: 'people',
        where: { parent: { equals: id } },
      });
      expect(totalDocs).toBe(1);
    }
    const { body } = await rest('GET', `/people/${ids.person}/face`, { as: 'editor' });
    expect(body).toMatchObject({ hasFace: true, isPublic: true, waits: false, changes: [] });
    const hidden = await rest('GET', `/people/${ids.hidden}/face`, { as: 'editor' });
    expect(hidden.body).toMatchObject({ hasFace: false, isPublic: false });
    expect((await rest('GET', `/people/${ids.hidden}`)).status).toBe(404);
    const known = await payload.find({ collection: 'people', draft: true });
    expect(known.docs.map(({ name }) => name).sort()).toEqual(['Ada Fenwick', 'Eve']);
  });

  it('are edited and released like any other', async () => {
    const { rest } = newsroom;
    const address = `/people/${ids.person}`;
    await rest('PATCH', address, { as: 'writer', body: { biography: 'Changed.' } });
    expect((await rest('GET', address)).body.biography).toBe('Keeps the light.');
    const { body } = await rest('GET', `${address}/face`, { as: 'editor' });
    expect(body.changes).toMatchObject([{ before: 'Keeps the light.', after: 'Changed.' }]);
    const { status } = await rest('POST', `${address}/actions/release`, {
      as: 'editor',
      body: { hash: body.hash },
    });
    expect(status).toBe(200);
    expect((await rest('GET', address)).body.biography).toBe('Changed.');
  });

  it('are brought over once', async () => {
    await makeOld();
    await run();
    expect((await newsroom.rest('GET', `/people/${ids.person}`)).status).toBe(404);
  });

  it('and after a kill in the middle all the same', async () => {
    const { payload } = newsroom;
    const { connection } = payload.db;
    await connection.collection('migrations').deleteMany({});
    await run();
    await connection.collection('migrations').deleteMany({});
    // Killed between the version and the status.
    await connection.collection('people').updateMany({}, { $unset: { _status: 1, faceWaits: 1 } });
    await run();
    const { totalDocs } = await payload.countVersions({ collection: 'people' });
    expect(totalDocs).toBe(2);
    expect((await newsroom.rest('GET', `/people/${ids.person}`)).body.biography).toBe('Changed.');
  });
});

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { performAction } from '../../src/actions/workflow/performAction';
import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import type { Media, Person, Topic } from '../../src/payload-types';
import { approve } from '../scheduling/plannedArticle';
import { openNewsroom, publish, writeArticle, type Newsroom, type Role } from '../support/newsroom';

let newsroom: Newsroom;
let person: Person;
let topic: Topic;
let image: Media;
let portrait: Media;
let articleId: string;

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  const { payload, rest } = newsroom;
  const picture = (name: string, data: Partial<Media>) =>
    payload.create({
      collection: 'media',
      data,
      file: { data: PIXEL, mimetype: 'image/png', name, size: PIXEL.length },
    });
  image = await picture('pier.png', { alt: 'A pier', caption: 'The pier', credit: 'Ada' });
  portrait = await picture('ada.png', { alt: 'Ada', credit: 'Ben' });
  topic = await payload.create({
    collection: 'topics',
    data: { name: 'Sea', description: 'All water', iptcCode: '11000000' },
  });
  person = await payload.create({
    collection: 'people',
    data: {
      name: 'Ada Fenwick',
      aliases: ['Ms Fenwick'],
      roles: [{ title: 'Keeper', organisation: 'Harbour', from: '2020-01-01' }],
      biography: 'Never approved.',
      portrait: portrait.id,
      links: [{ label: 'Her page', url: 'https://ada.example' }],
    },
  });
  const { article, sections } = await writeArticle(newsroom, {
    topics: [topic.id],
    bylines: [{ person: person.id }],
    leadImage: image.id,
  });
  articleId = article.id;
  await rest('PATCH', `/sections/${sections[1]?.id}`, {
    as: 'writer',
    body: { people: [person.id], body: lexicalFromParagraphs(['Ada Fenwick waited.']) },
  });
  await publish(newsroom, articleId);
});
afterAll(() => newsroom.close());

const COLLECTIONS = ['people', 'topics', 'media'] as const;
const idOf = (collection: (typeof COLLECTIONS)[number]) =>
  ({ people: person.id, topics: topic.id, media: image.id })[collection];

function save(collection: string, id: string, body: object, as: Role = 'editor') {
  return newsroom.rest('PATCH', `/${collection}/${id}`, { as, body });
}

async function release(collection: string, id: string, as: Role = 'editor', hash?: string) {
  const { body } = await newsroom.rest('GET', `/${collection}/${id}/face`, { as: 'editor' });
  return newsroom.rest('POST', `/${collection}/${id}/actions/release`, {
    as,
    body: { hash: hash ?? body.hash },
  });
}

/** All that somebody outside can get of a record, by every way there is. */
async function asReader(collection: (typeof COLLECTIONS)[number], id: string): Promise<string> {
  const { rest, graphql } = newsroom;
  const one = { people: 'Person', topics: 'Topic', media: 'Media' }[collection];
  const fields = {
    people: 'name biography aliases slug roles{title}',
    topics: 'name description',
    media: 'alt caption credit url',
  }[collection];
  const answers = await Promise.all([
    rest('GET', `/${collection}/${id}`),
    rest('GET', `/${collection}/${id}?draft=true`),
    rest('GET', `/${collection}?draft=true&limit=100`),
    rest('GET', `/${collection}/versions`),
    rest('GET', `/articles/${articleId}?depth=3&draft=true`),
    graphql(`{ ${one}(id: "${id}", draft: true) { id ${fields} } }`),
    graphql(`
      {
        Articles(draft: true) {
          docs {
            topics {
              name
            }
            bylines {
              person {
                name
              }
            }
            leadImage {
              alt
              caption
              credit
            }
            sections {
              people {
                name
              }
            }
          }
        }
      }
    `),
  ]);
  return answers.map(({ text }) => text).join('\n');
}

describe('a first publication', () => {
  it('gives what it shows a face of exactly what was approved', async () => {
    const { body: shown } = await newsroom.rest('GET', `/people/${person.id}`);
    expect(shown).toMatchObject({ name: 'Ada Fenwick', slug: 'ada-fenwick', biography: null });
    expect(shown.roles).toMatchObject([{ title: 'Keeper', organisation: 'Harbour' }]);
    expect(shown.roles[0].from ?? null).toBeNull();
    expect([shown.portrait ?? null, shown.aliases ?? [], shown.links ?? []]).toEqual([
      null,
      [],
      [],
    ]);
    const sea = await newsroom.rest('GET', `/topics/${topic.id}`);
    expect(sea.body).toMatchObject({ name: 'Sea', iptcCode: '11000000', description: null });
    const pier = await newsroom.rest('GET', `/media/${image.id}`);
    expect(pier.body).toMatchObject({ alt: 'A pier', caption: 'The pier', credit: 'Ada' });
    expect(pier.body.url).toBeTruthy();
    expect((await newsroom.rest('GET', `/media/${portrait.id}`)).status).toBe(404);
  });

  it('leaves the rest to wait, listed for the newsroom, which goes on with all of it', async () => {
    const { body } = await newsroom.rest('GET', `/people/${person.id}/face`, { as: 'writer' });
    expect(body).toMatchObject({ hasFace: true, isPublic: true, waits: true, mayRelease: false });
    expect(body.changes.map(({ field }: { field: string }) => field)).toEqual([
      'aliases',
      'roles',
      'biography',
      'portrait',
      'links',
    ]);
    const pier = await newsroom.rest('GET', `/media/${image.id}/face`, { as: 'editor' });
    expect(pier.body).toMatchObject({ waits: false, changes: [], mayRelease: true });
    const waiting = await newsroom.rest('GET', '/people?draft=true&where[faceWaits][equals]=true', {
      as: 'writer',
    });
    expect(waiting.body.docs).toMatchObject([{ id: person.id, biography: 'Never approved.' }]);
    const mine = await newsroom.rest('GET', `/people/${person.id}?draft=true`, { as: 'writer' });
    expect(mine.body).toMatchObject({ biography: 'Never approved.', aliases: ['Ms Fenwick'] });
  });
});

describe('a save', () => {
  const CHANGES = {
    people: { name: 'Eve CHANGED', biography: 'CHANGED', roles: [{ title: 'CHANGED' }] },
    topics: { name: 'CHANGED', description: 'CHANGED' },
    media: { alt: 'CHANGED', caption: 'CHANGED', credit: 'CHANGED' },
  };

  it.each(COLLECTIONS)('changes nothing of %s that readers see', async (collection) => {
    const id = idOf(collection);
    const before = await asReader(collection, id);
    const saved = await save(collection, id, CHANGES[collection]);
    expect(saved.status, saved.text).toBe(200);
    expect(await asReader(collection, id)).toBe(before);
    expect(before).not.toContain('CHANGED');
    const { body } = await newsroom.rest('GET', `/${collection}/${id}?draft=true`, {
      as: 'writer',
    });
    expect(JSON.stringify(body)).toContain('CHANGED');
  });

  it.each(COLLECTIONS)('of %s by any other door neither', async (collection) => {
    const { rest, graphql } = newsroom;
    const id = idOf(collection);
    const before = await asReader(collection, id);
    const change = CHANGES[collection];
    const address = `/${collection}/${id}`;
    const title = { people: 'Person', topics: 'Topic', media: 'Media' }[collection];
    const versions = await rest('GET', `/${collection}/versions?where[parent][equals]=${id}`, {
      as: 'editor',
    });
    for (const query of [
      '',
      '?draft=true',
      '?autosave=true&draft=true',
      '?publishAllLocales=true',
    ]) {
      for (const more of [{}, { _status: 'published' }, { _status: 'draft', isPublic: true }]) {
        await rest('PATCH', `${address}${query}`, { as: 'admin', body: { ...change, ...more } });
      }
    }
    await rest('PATCH', `${address}?unpublishAllLocales=true`, { as: 'admin', body: change });
    await rest('PATCH', `/${collection}?where[id][equals]=${id}`, { as: 'admin', body: change });
    await rest('POST', `/${collection}/versions/${versions.body.docs[0].id}`, { as: 'admin' });
    await rest('POST', `/${collection}/versions/${versions.body.docs[0].id}?draft=true`, {
      as: 'admin',
    });
    await rest('POST', `${address}/duplicate`, { as: 'admin', body: change });
    await rest('PATCH', address, {
      as: 'admin',
      body: { ...change, deletedAt: new Date().toISOString() },
    });
    await rest('DELETE', address, { as: 'admin' });
    const values = collection === 'media' ? 'alt: "CHANGED"' : 'name: "CHANGED"';
    for (const status of ['draft', 'published']) {
      await graphql(
        `mutation { update${title}(id: "${id}", data: { ${values}, _status: ${status} }) { id } }`,
        { as: 'admin' },
      );
    }
    expect(await asReader(collection, id)).toBe(before);
  });

  it('ends an approval that waits, and says so', async () => {
    const { rest, payload } = newsroom;
    const stageOf = async (id: string) =>
      (await rest('GET', `/articles/${id}?draft=true`, { as: 'editor' })).body.workflow.stage;
    const makers = {
      people: { bylines: [{ person: person.id }] },
      topics: { topics: [topic.id] },
      media: { leadImage: image.id },
    };
    for (const collection of COLLECTIONS) {
      const { article } = await writeArticle(newsroom, {
        headline: `Waits for ${collection}`,
        ...makers[collection],
      });
      if (collection === 'media') {
        await save('media', image.id, { alt: 'A', caption: 'B', credit: 'C' }, 'writer');
      }
      await approve(newsroom, article.id);
      expect(await stageOf(article.id)).toBe('approved');
      const change = collection === 'media' ? { alt: 'Other' } : { name: `Other ${collection}` };
      await save(collection, idOf(collection), change);
      expect([collection, await stageOf(article.id)]).toEqual([collection, 'draft']);
      const { docs } = await payload.find({
        collection: 'audit-entries',
        where: { article: { equals: article.id }, action: { equals: 'edit' } },
      });
      expect(docs).toMatchObject([{ from: 'approved', to: 'draft' }]);
    }
  });

  it('that was made on an older text is refused', async () => {
    const { status, body } = await save('people', person.id, { name: 'Late', revision: 1 });
    expect([status, body.errors[0].data.code]).toEqual([409, 'STALE_SAVE']);
  });
});

describe('a release', () => {
  it('is an editor’s, of exactly what the editor read', async () => {
    const before = await asReader('people', person.id);
    await save('people', person.id, { name: 'Ada Fenwick-Hale' }, 'writer');
    const refused = await release('people', person.id, 'writer');
    expect([refused.status, refused.body.errors[0].data.code]).toEqual([403, 'ROLE_NOT_ALLOWED']);
    const anybody = await newsroom.rest('POST', `/people/${person.id}/actions/release`, {
      body: {},
    });
    expect(anybody.status).toBe(401);
    expect((await newsroom.rest('GET', `/people/${person.id}/face`)).status).toBe(401);
    const blind = await newsroom.rest('POST', `/people/${person.id}/actions/release`, {
      as: 'editor',
      body: {},
    });
    expect([blind.status, blind.body.errors[0].data.code]).toEqual([422, 'CONTENT_HASH_REQUIRED']);

    const { body: read } = await newsroom.rest('GET', `/people/${person.id}/face`, {
      as: 'editor',
    });
    await save('people', person.id, { biography: 'Slipped in.' }, 'writer');
    const late = await release('people', person.id, 'editor', read.hash);
    expect([late.status, late.body.errors[0].data.code]).toEqual([409, 'CONTENT_CHANGED']);
    expect(JSON.stringify(late.body.errors[0].data.changes)).toContain('Slipped in.');
    expect(await asReader('people', person.id)).toBe(before);
  });

  it.each(COLLECTIONS)('shows readers %s, is audited and numbered', async (collection) => {
    const { payload, rest } = newsroom;
    const id = idOf(collection);
    const change =
      collection === 'media' ? { alt: 'Released alt' } : { name: `Released ${collection}` };
    await save(collection, id, change);
    const { body, status } = await release(collection, id);
    expect([status, body.action, typeof body.sequence]).toEqual([200, 'release', 'number']);
    expect((await rest('GET', `/${collection}/${id}`)).body).toMatchObject(change);
    const { docs: entries } = await payload.find({
      collection: 'audit-entries',
      where: { action: { equals: 'releaseFace' }, 'record.value': { equals: id } },
      sort: '-at',
    });
    expect(entries[0]).toMatchObject({ actorName: 'The editor' });
    expect(entries[0]?.to).toContain('Released');
    expect(entries[0]?.from).toBeTruthy();
    const { docs: events } = await payload.find({
      collection: 'events',
      where: { sequence: { equals: body.sequence } },
    });
    expect(events).toMatchObject([
      { type: 'released', record: { relationTo: collection, value: id } },
    ]);
    const again = await release(collection, id);
    expect([again.status, again.body.errors[0].data.code]).toEqual([409, 'ALREADY_RELEASED']);
    const face = await rest('GET', `/${collection}/${id}/face`, { as: 'writer' });
    expect(face.body).toMatchObject({ waits: false, changes: [] });
    const mine = await rest('GET', `/${collection}/${id}?draft=true`, { as: 'writer' });
    expect(mine.body).toMatchObject({ ...change, faceWaits: false });
  });

  it('is a mutation too', async () => {
    const { graphql, rest } = newsroom;
    await save('topics', topic.id, { description: 'By mutation.' });
    const { body } = await rest('GET', `/topics/${topic.id}/face`, { as: 'editor' });
    const mutation = `mutation { releaseTopic(id: "${topic.id}", hash: "${body.hash}") { id sequence } }`;
    for (const as of [undefined, 'writer'] as const) {
      const refused = await graphql(mutation, as ? { as } : {});
      expect(refused.body.errors).toHaveLength(1);
    }
    const done = await graphql(mutation, { as: 'editor' });
    expect(done.body.data.releaseTopic.id).toBe(topic.id);
    expect((await rest('GET', `/topics/${topic.id}`)).body.description).toBe('By mutation.');
  });

  it('of a portrait shows it once its image has a face, as long as the person is seen', async () => {
    const { rest, payload, users } = newsroom;
    expect((await rest('GET', `/media/${portrait.id}`)).status).toBe(404);
    expect((await rest('GET', `/people/${person.id}`)).body.portrait ?? null).toBeNull();
    expect((await release('media', portrait.id)).status).toBe(200);
    expect((await rest('GET', `/media/${portrait.id}`)).status).toBe(200);
    expect((await rest('GET', `/people/${person.id}`)).body.portrait).toBe(portrait.id);

    const call = { payload, user: users.publisher, articleId, now: new Date() };
    await performAction({
      ...call,
      action: 'withdraw',
      input: { reason: 'Wrong.', notice: 'It was withdrawn.' },
    });
    for (const address of [
      `/people/${person.id}`,
      `/topics/${topic.id}`,
      `/media/${image.id}`,
      `/media/${portrait.id}`,
    ]) {
      expect([address, (await rest('GET', address)).status]).toEqual([address, 404]);
    }
    const { docs } = await payload.find({
      collection: 'audit-entries',
      where: { action: { equals: 'hideRecord' } },
      pagination: false,
    });
    expect(docs.map(({ record }) => record?.value).sort()).toEqual(
      [person.id, topic.id, image.id, portrait.id].sort(),
    );
  });

  it('holds for later editions, which bring no other face', async () => {
    const { rest } = newsroom;
    await save('people', person.id, { name: 'Not released' });
    const { article } = await writeArticle(newsroom, {
      headline: 'A second story',
      bylines: [{ person: person.id }],
    });
    await publish(newsroom, article.id);
    const { body } = await rest('GET', `/people/${person.id}`);
    expect(body.name).toBe('Released people');
    expect(body.biography).toBe('Slipped in.');
    expect((await rest('GET', `/media/${portrait.id}`)).status).toBe(200);
    const shown = await rest('GET', `/articles/${article.id}?depth=1`);
    expect(shown.body.bylines[0].person.name).toBe('Released people');
  });
});

describe('a slug', () => {
  it('is one record’s, drafts and simultaneous saves included', async () => {
    const { rest, payload } = newsroom;
    const made = await Promise.all(
      Array.from({ length: 6 }, () =>
        rest('POST', '/people', { as: 'writer', body: { name: 'Same Name' } }),
      ),
    );
    expect(made.every(({ status }) => [201, 409].includes(status))).toBe(true);
    const { docs } = await payload.find({
      collection: 'people',
      where: { name: { equals: 'Same Name' } },
      draft: true,
      pagination: false,
    });
    expect(docs.length).toBeGreaterThan(0);
    expect(new Set(docs.map(({ slug }) => slug)).size).toBe(docs.length);
    const moved = await save('people', String(docs[0]?.id), { slug: 'a-draft-slug' });
    expect(moved.status).toBe(200);
    const other = await rest('POST', '/people', {
      as: 'writer',
      body: { name: 'Else', slug: 'a-draft-slug' },
    });
    expect([other.status, other.body.errors[0].data.code]).toEqual([409, 'SLUG_TAKEN']);
  });
});

describe('the trash', () => {
  it('takes what nobody uses, with a face too, and gives the newest text back as a draft', async () => {
    const { rest } = newsroom;
    const { body } = await rest('POST', '/topics', { as: 'editor', body: { name: 'Tides' } });
    const { id } = body.doc;
    expect((await release('topics', id)).status).toBe(200);
    await save('topics', id, { name: 'Tides and currents' });
    const trashed = await save('topics', id, { deletedAt: new Date().toISOString() });
    expect(trashed.status, trashed.text).toBe(200);
    const back = await rest('PATCH', `/topics/${id}?trash=true`, {
      as: 'editor',
      body: { deletedAt: null },
    });
    expect(back.status, back.text).toBe(200);
    const { body: topicNow } = await rest('GET', `/topics/${id}?draft=true`, { as: 'editor' });
    expect(topicNow).toMatchObject({ name: 'Tides and currents', _status: 'draft' });
    expect((await rest('GET', `/topics/${id}/face`, { as: 'editor' })).body.hasFace).toBe(false);
  });
});

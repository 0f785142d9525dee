import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { openNewsroom, publish, writeArticle, type Newsroom, type Role } from '../support/newsroom';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
}, 120_000);
afterAll(() => newsroom.close());

const LATER = '2031-03-01T00:00:00.000Z';

const save = (as: Role, id: string, body: object) =>
  newsroom.rest('PATCH', `/articles/${id}`, { as, body });
const act = (as: Role, id: string, action: string, body: object = {}) =>
  newsroom.rest('POST', `/articles/${id}/actions/${action}`, { as, body });
const overview = async (id: string) =>
  (await newsroom.rest('GET', `/articles/${id}/actions`, { as: 'editor' })).body;

async function checks(id: string) {
  const { body } = await newsroom.rest('GET', `/articles/${id}?draft=true&depth=0`, {
    as: 'editor',
  });
  const { legal, factCheck } = body.flags;
  return { legal, factCheck, embargo: body.embargoUntil ?? null };
}

async function history(id: string) {
  const { docs } = await newsroom.payload.find({
    collection: 'audit-entries',
    where: { article: { equals: id } },
    sort: ['at', 'id'],
    pagination: false,
  });
  return docs.map(({ actorName, action, from, to }) => [actorName, action, from, to]);
}

/** An article of the writer's with both checks required and an embargo. */
async function guarded(headline: string) {
  const { article } = await writeArticle(newsroom, { headline });
  const flags = { legal: 'required', factCheck: 'required' };
  expect((await save('writer', article.id, { flags, embargoUntil: LATER })).status).toBe(200);
  return article;
}

const GUARDED = { legal: 'required', factCheck: 'required', embargo: LATER };

describe('a writer', () => {
  it.each([
    { flags: { legal: 'not_needed' } },
    { flags: { legal: null } },
    { flags: { factCheck: 'not_needed' } },
    { embargoUntil: null },
    { embargoUntil: '2030-01-01T00:00:00.000Z' },
  ])('lowers nothing: %j', async (lowered) => {
    const article = await guarded('Lowered by nobody');
    expect((await save('writer', article.id, lowered)).status).toBe(403);
    const bulk = await newsroom.rest('PATCH', `/articles?where[id][equals]=${article.id}`, {
      as: 'writer',
      body: lowered,
    });
    expect(bulk.body.docs).toEqual([]);
    await expect(
      newsroom.payload.update({
        collection: 'articles',
        id: article.id,
        data: lowered as never,
        draft: true,
        user: newsroom.users.writer,
        overrideAccess: false,
      }),
    ).rejects.toMatchObject({ data: { code: 'ROLE_NOT_ALLOWED' } });
    expect(await checks(article.id)).toEqual(GUARDED);
  });

  it('lowers nothing over GraphQL', async () => {
    const article = await guarded('Lowered by no mutation');
    for (const data of ['flags: { legal: not_needed }', 'embargoUntil: null']) {
      const { body } = await newsroom.graphql(
        `mutation { updateArticle(id: "${article.id}", draft: true, data: { ${data} }) { id } }`,
        { as: 'writer' },
      );
      expect(body.errors).toHaveLength(1);
    }
    expect(await checks(article.id)).toEqual(GUARDED);
  });

  it('lowers nothing by restoring an old version, or by copying', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Before the checks' });
    const { docs } = await newsroom.payload.findVersions({
      collection: 'articles',
      where: { parent: { equals: article.id } },
      sort: 'createdAt',
    });
    const flags = { legal: 'required', factCheck: 'required' };
    await save('editor', article.id, { flags, embargoUntil: LATER, standfirst: 'New words.' });
    const restored = await newsroom.rest('POST', `/articles/versions/${docs[0]?.id}?draft=true`, {
      as: 'writer',
    });
    expect(restored.status).toBe(200);
    expect(await checks(article.id)).toEqual(GUARDED);

    const copy = await newsroom.rest('POST', `/articles/${article.id}/duplicate`, {
      as: 'writer',
      body: {},
    });
    expect(await checks(copy.body.doc.id)).toEqual(GUARDED);
    const without = await newsroom.rest('POST', `/articles/${article.id}/duplicate`, {
      as: 'writer',
      body: { flags: { legal: 'not_needed' } },
    });
    expect(without.status).toBe(403);
  });

  it('completes no check, not even of a new article', async () => {
    for (const flag of ['legal', 'factCheck'])
      expect(
        (
          await newsroom.rest('POST', '/articles', {
            as: 'writer',
            body: { headline: 'Born checked', flags: { [flag]: 'complete' } },
          })
        ).status,
      ).toBe(403);
  });
});

describe('the history', () => {
  it('keeps who changed what, from what and to what', async () => {
    const article = await guarded('Kept in the history');
    await save('fact-checker', article.id, { flags: { factCheck: 'complete' } });
    await save('editor', article.id, { flags: { legal: 'not_needed' }, embargoUntil: null });
    await save('editor', article.id, { flags: { legal: 'not_needed' }, standfirst: 'No check.' });
    expect(await history(article.id)).toEqual([
      ['The writer', 'legalCheck', 'not needed', 'required'],
      ['The writer', 'factCheck', 'not needed', 'required'],
      ['The writer', 'embargo', 'none', LATER],
      ['The fact-checker', 'factCheck', 'required', 'complete'],
      ['The editor', 'legalCheck', 'required', 'not needed'],
      ['The editor', 'embargo', LATER, 'none'],
    ]);
  });
});

describe('a check that is required after the approval', () => {
  async function approved(headline: string, how: 'approve' | 'override' = 'approve') {
    const { article } = await writeArticle(newsroom, { headline });
    if (how === 'override') await save('writer', article.id, { flags: { legal: 'required' } });
    await act('writer', article.id, 'submit');
    const { contentHash } = await overview(article.id);
    const by = how === 'override' ? 'admin' : 'editor';
    const reason = how === 'override' ? { reason: 'The lawyer said yes on the phone.' } : {};
    expect((await act(by, article.id, how, { contentHash, ...reason })).status).toBe(200);
    return article.id;
  }

  it.each(['legal', 'factCheck'] as const)('stops publication: %s', async (flag) => {
    const id = await approved(`Required later: ${flag}`);
    expect((await save('writer', id, { flags: { [flag]: 'required' } })).status).toBe(200);
    const stopped = await act('publisher', id, 'publish');
    expect(stopped.status).toBe(423);
    expect(stopped.body.errors[0].data.code).toMatch(/_CHECK_OPEN$/);
    await save('editor', id, { flags: { [flag]: 'complete' } });
    expect((await act('publisher', id, 'publish')).status).toBe(200);
  });

  it('stops a roll-back, as an embargo that was set later does', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Rolled back' });
    const first = await publish(newsroom, article.id);
    await save('writer', article.id, { standfirst: 'A second edition.' });
    await publish(newsroom, article.id, { kind: 'update', note: 'More.' });
    const back = {
      edition: first.edition?.id,
      change: { kind: 'correction', note: 'The first was right.' },
    };
    await save('editor', article.id, { flags: { legal: 'required' } });
    expect((await act('publisher', article.id, 'rollBack', back)).status).toBe(423);
    await save('editor', article.id, { flags: { legal: 'complete' }, embargoUntil: LATER });
    expect((await act('publisher', article.id, 'rollBack', back)).status).toBe(423);
    await save('editor', article.id, { embargoUntil: null });
    expect((await act('publisher', article.id, 'rollBack', back)).status).toBe(200);
  });

  it('does not stop what an admin approved in spite of it, until it is set anew', async () => {
    const id = await approved('Overridden check', 'override');
    await save('editor', id, { flags: { legal: 'complete' } });
    await save('writer', id, { flags: { legal: 'required' } });
    expect((await act('publisher', id, 'publish')).status).toBe(423);

    const other = await approved('Overridden check, published', 'override');
    expect((await act('publisher', other, 'publish')).status).toBe(200);
  });
});

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { publishArticle } from '../../src/actions/publishArticle';
import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { openNewsroom, writeArticle, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
});
afterAll(() => newsroom.close());

const now = () => new Date();

function publish(articleId: string, more: { contentHash?: string } = {}) {
  const { payload, users } = newsroom;
  return publishArticle({ payload, user: users.publisher, articleId, now: now(), ...more });
}

async function sequences(): Promise<number[]> {
  const { docs } = await newsroom.payload.find({
    collection: 'events',
    sort: 'sequence',
    pagination: false,
    depth: 0,
  });
  return docs.map(({ sequence }) => Number(sequence));
}

describe('publishArticle', () => {
  it('freezes the working copy and shows exactly that', async () => {
    const { article, sections } = await writeArticle(newsroom);
    const published = await publish(article.id);
    expect(published).toMatchObject({ editionNumber: 1, slug: article.slug });
    const read = await newsroom.rest('GET', `/articles/${article.id}?depth=1`);
    expect(read.body).toMatchObject({ headline: article.headline, _status: 'published' });
    expect(read.body.sections.map(({ id }: { id: string }) => id)).toEqual(
      sections.map(({ id }) => id),
    );
    const edition = await newsroom.rest('GET', `/editions/${published.editionId}`, { as: 'writer' });
    expect(edition.body).toMatchObject({ hash: published.hash, number: 1 });
    expect(edition.body.content.headline).toBe(article.headline);
  });

  it('lets newer drafts survive, and later publishes them as the next edition', async () => {
    const { article, sections } = await writeArticle(newsroom, { headline: 'Two editions' });
    await publish(article.id);
    await newsroom.rest('PATCH', `/sections/${sections[1]?.id}`, {
      as: 'writer',
      body: { body: lexicalFromParagraphs(['A newer second section.']) },
    });
    const before = await newsroom.rest('GET', `/sections/${sections[1]?.id}`);
    expect(JSON.stringify(before.body.body)).toContain('eleven years');
    expect((await publish(article.id)).editionNumber).toBe(2);
    const after = await newsroom.rest('GET', `/sections/${sections[1]?.id}`);
    expect(JSON.stringify(after.body.body)).toContain('A newer second section.');
  });

  it('hides from readers what a new edition leaves out', async () => {
    const quote = await newsroom.payload.create({
      collection: 'quotes',
      data: { text: 'Only at first', attribution: 'a fisherman' },
      draft: true,
    });
    const { article, sections } = await writeArticle(newsroom, { headline: 'Shorter later' });
    const [lead, second] = sections;
    await newsroom.rest('PATCH', `/sections/${second?.id}`, {
      as: 'writer',
      body: { quotes: [quote.id] },
    });
    await publish(article.id);
    expect((await newsroom.rest('GET', `/quotes/${quote.id}`)).status).toBe(200);
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'writer',
      body: { sections: [lead?.id] },
    });
    await publish(article.id);
    expect((await newsroom.rest('GET', `/sections/${lead?.id}`)).status).toBe(200);
    expect((await newsroom.rest('GET', `/sections/${second?.id}`)).status).toBe(404);
    expect((await newsroom.rest('GET', `/quotes/${quote.id}`)).status).toBe(404);
  });

  it('keeps showing a quote that another live article still uses', async () => {
    const quote = await newsroom.payload.create({
      collection: 'quotes',
      data: { text: 'In both stories', attribution: 'the mayor' },
      draft: true,
    });
    const stories = [];
    for (const headline of ['First user', 'Second user']) {
      const made = await writeArticle(newsroom, { headline });
      await newsroom.rest('PATCH', `/sections/${made.sections[0]?.id}`, {
        as: 'writer',
        body: { quotes: [quote.id] },
      });
      await publish(made.article.id);
      stories.push(made);
    }
    await newsroom.rest('PATCH', `/sections/${stories[0]?.sections[0]?.id}`, {
      as: 'writer',
      body: { quotes: [] },
    });
    await publish(String(stories[0]?.article.id));
    expect((await newsroom.rest('GET', `/quotes/${quote.id}`)).status).toBe(200);
  });

  it('names every problem at once and changes nothing', async () => {
    const article = await newsroom.rest('POST', '/articles', {
      as: 'writer',
      body: { headline: 'Far from ready', flags: { legal: 'required' } },
    });
    const before = await sequences();
    const answer = await newsroom.rest(
      'POST',
      `/articles/${article.body.doc.id}/actions/publish`,
      { as: 'publisher' },
    );
    expect(answer.status).toBe(422);
    const codes = answer.body.errors[0].data.issues.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(['STANDFIRST_MISSING', 'BODY_MISSING', 'LEGAL_CHECK_OPEN']),
    );
    expect(await sequences()).toEqual(before);
    expect((await newsroom.rest('GET', `/articles/${article.body.doc.id}`)).status).toBe(404);
  });

  it('refuses another text than the one that was looked at', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Looked at' });
    await expect(publish(article.id, { contentHash: 'f'.repeat(64) })).rejects.toMatchObject({
      code: 'CONTENT_CHANGED',
      status: 409,
    });
  });

  it('refuses to publish the same text twice', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Once only' });
    await publish(article.id);
    await expect(publish(article.id)).rejects.toMatchObject({ code: 'ALREADY_LIVE', status: 409 });
  });

  it.each([
    [undefined, 401],
    ['writer', 403],
    ['fact-checker', 403],
  ] as const)('is refused to %s with %i', async (as, status) => {
    const { article } = await writeArticle(newsroom, { headline: `Not by ${as}` });
    const answer = await newsroom.rest('POST', `/articles/${article.id}/actions/publish`, {
      ...(as ? { as } : {}),
    });
    expect(answer.status).toBe(status);
    expect((await newsroom.rest('GET', `/articles/${article.id}`)).status).toBe(404);
  });

  it.each([
    ['an unknown article', '000000000000000000000000', 'publish', '{}', 404],
    ['a word that is no id', 'nonsense', 'publish', '{}', 404],
    ['an unknown action', '000000000000000000000000', 'explode', '{}', 404],
    ['a body that is no JSON', '000000000000000000000000', 'publish', '{', 400],
    ['a body that is no object', '000000000000000000000000', 'publish', '[1]', 400],
  ])('answers %s with a clear error', async (_what, id, action, body, status) => {
    const answer = await newsroom.rest('POST', `/articles/${id}/actions/${action}`, {
      as: 'publisher',
      body,
    });
    expect(answer.status).toBe(status);
    expect(answer.body.errors[0].message.length).toBeGreaterThan(10);
  });

  it('numbers events without a gap, has one winner in a race, and audits each', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Raced' });
    const others = await Promise.all(
      Array.from({ length: 4 }, (_, index) =>
        writeArticle(newsroom, { headline: `Beside the race ${index}` }),
      ),
    );
    const results = await Promise.allSettled([
      ...Array.from({ length: 8 }, () => publish(article.id)),
      ...others.map((other) => publish(other.article.id)),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1 + others.length);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ status: 409 });
    }
    const all = await sequences();
    expect(all).toEqual(all.map((_, index) => index + 1));
    const audit = await newsroom.payload.find({
      collection: 'audit-entries',
      where: { article: { equals: article.id } },
      depth: 0,
    });
    expect(audit.docs).toHaveLength(1);
    expect(audit.docs[0]).toMatchObject({ action: 'publish', actorName: 'The publisher' });
  });
});

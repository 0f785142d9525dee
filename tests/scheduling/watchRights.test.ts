import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';

import { endRights } from '../../src/actions/faces/endRights';
import { ensureDeskIndexes } from '../../src/cms/desk/ensureDeskIndexes';
import { watchRights } from '../../src/scheduling/watchRights';
import type { Media } from '../../src/payload-types';
import { halves } from '../files/support/pictures';
import { openNewsroom, publish, release, writeArticle, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;
const running: ReturnType<typeof watchRights>[] = [];

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  await ensureDeskIndexes(newsroom.payload);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.stop()));
});
afterAll(() => newsroom.close());

function run(sweepMs = 60_000) {
  running.push(watchRights({ payload: newsroom.payload, log: () => undefined, sweepMs }));
}

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

async function liveWith(headlines: string[], expiresAt: string | null) {
  const { body, status, text } = await newsroom.upload({
    collection: 'media',
    as: 'writer',
    file: { name: 'quay.png', bytes: await halves(), type: 'image/png' },
    fields: { alt: `The quay of ${headlines[0]}`, credit: 'Ada Fenwick' },
  });
  expect(status, text).toBe(201);
  const image = body.doc as Media;
  const articles: string[] = [];
  for (const headline of headlines) {
    const { article } = await writeArticle(newsroom, { headline, leadImage: image.id });
    await publish(newsroom, article.id);
    articles.push(article.id);
  }
  if (expiresAt) await endAt(image.id, expiresAt);
  return { image: image.id, articles };
}

const endAt = (id: string, expiresAt: string | null) =>
  newsroom.rest('PATCH', `/media/${id}`, { as: 'writer', body: { expiresAt } });

async function toldOf(image: string) {
  const about = { depth: 0, pagination: false, sort: 'at' } as const;
  const [events, entries, notices] = await Promise.all([
    newsroom.payload.find({
      collection: 'events',
      where: { 'record.value': { equals: image }, type: { equals: 'expired' } },
      ...about,
      sort: 'sequence',
    }),
    newsroom.payload.find({
      collection: 'audit-entries',
      where: { 'record.value': { equals: image }, action: { equals: 'endRights' } },
      ...about,
    }),
    newsroom.rest('GET', '/notices?limit=50', { as: 'writer' }),
  ]);
  const texts = (notices.body.docs as { action: string; text: string }[])
    .filter(({ action }) => action === 'endRights')
    .map(({ text }) => text);
  return { events: events.docs, entries: entries.docs, texts };
}

describe('the worker', () => {
  it('tells of an end of rights at its time: every article that shows it, the history, and whose it is', async () => {
    const { image, articles } = await liveWith(['Fenmouth', 'Ebbtown'], inMs(1_500));
    for (let count = 0; count < 3; count += 1) run();
    expect((await toldOf(image)).events).toHaveLength(0);
    await expect.poll(async () => (await toldOf(image)).entries.length).toBe(1);
    const { events, entries, texts } = await toldOf(image);
    expect(events.map(({ article }) => article).toSorted()).toEqual(articles.toSorted());
    expect(events.every(({ edition }) => edition)).toBe(true);
    expect(entries[0]).toMatchObject({ actorName: 'The clock' });
    expect(texts.filter((text) => text.includes('The quay of Fenmouth'))).toEqual([
      'The rights in the picture “The quay of Fenmouth” have ended: readers of “Ebbtown” do not see it any more. It stood in 1 more of yours.',
    ]);
    const numbers = (
      await newsroom.payload.find({ collection: 'events', pagination: false, sort: 'sequence' })
    ).docs.map(({ sequence }) => sequence);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it('tells at its start of what ended while it was down, once, and not again after a restart', async () => {
    const { image } = await liveWith(['Tidewell'], inMs(-60_000));
    run();
    await expect.poll(async () => (await toldOf(image)).entries.length).toBe(1);
    await Promise.all(running.splice(0).map((each) => each.stop()));
    run(50);
    run(50);
    await endRights({ payload: newsroom.payload, imageId: image, now: new Date() });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await toldOf(image)).events).toHaveLength(1);
    expect((await toldOf(image)).entries).toHaveLength(1);
  });

  it('tells once when many tell at the same moment', async () => {
    const { image } = await liveWith(['Saltmere'], inMs(-1_000));
    const tell = () => endRights({ payload: newsroom.payload, imageId: image, now: new Date() });
    const told = await Promise.all(Array.from({ length: 8 }, tell));
    expect(told.filter((each) => each !== null)).toEqual([1]);
    expect((await toldOf(image)).events).toHaveLength(1);
  });

  it('tells of the next end when the rights were extended, and those who keep articles of the extension', async () => {
    const { image, articles } = await liveWith(['Hallow Bay'], inMs(-1_000));
    run(50);
    await expect.poll(async () => (await toldOf(image)).entries.length).toBe(1);
    await endAt(image, inMs(3_000));
    await release(newsroom, 'media', image);
    const { docs } = await newsroom.payload.find({
      collection: 'events',
      where: { 'record.value': { equals: image }, type: { equals: 'released' } },
      sort: '-sequence',
      depth: 0,
    });
    expect(docs[0]).toMatchObject({ article: articles[0] });
    expect((await newsroom.rest('GET', `/media/${image}`)).status).toBe(200);
    await expect.poll(async () => (await toldOf(image)).entries.length).toBe(2);
    expect((await newsroom.rest('GET', `/media/${image}`)).status).toBe(404);
  });
});

describe('the desk', () => {
  it('lists pictures of live articles whose rights have ended or end within a week, the first first', async () => {
    const gone = await liveWith(['Gone'], inMs(-2_000));
    const soon = await liveWith(['Soon', 'Soon again'], inMs(3 * 86_400_000));
    const { image: late } = await liveWith(['Late'], inMs(30 * 86_400_000));
    const { body } = await newsroom.rest('GET', '/desk', { as: 'editor' });
    const rows = body.rights.rows as { id: string }[];
    const ids = rows.map(({ id }) => id);
    expect(ids.indexOf(gone.image)).toBeGreaterThanOrEqual(0);
    expect(ids.indexOf(gone.image)).toBeLessThan(ids.indexOf(soon.image));
    expect(ids).not.toContain(late);
    expect(rows.find(({ id }) => id === gone.image)).toMatchObject({
      title: 'The quay of Gone',
      hasEnded: true,
      waitsForRelease: false,
      articles: [{ id: gone.articles[0], headline: 'Gone' }],
    });
    expect(rows.find(({ id }) => id === soon.image)).toMatchObject({
      hasEnded: false,
      articles: [{ headline: 'Soon again' }, { headline: 'Soon' }],
    });
    await endAt(gone.image, null);
    const again = await newsroom.rest('GET', '/desk', { as: 'editor' });
    expect(
      again.body.rights.rows.find(({ id }: { id: string }) => id === gone.image),
    ).toMatchObject({
      hasEnded: true,
      waitsForRelease: true,
    });
    await release(newsroom, 'media', gone.image);
    const { body: last } = await newsroom.rest('GET', '/desk', { as: 'editor' });
    expect(last.rights.rows.map(({ id }: { id: string }) => id)).not.toContain(gone.image);
  });
});

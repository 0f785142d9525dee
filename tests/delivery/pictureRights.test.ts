import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import express from 'express';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';

import { createClient } from '../../src/client/createClient';
import { ensureIndexes } from '../../src/delivery/read/ensureIndexes';
import { folderStore } from '../../src/files/folderStore';
import type { Media } from '../../src/payload-types';
import { readerSite } from '../../src/reader/readerSite';
import { serveNewsroomFiles, type FileServer } from '../files/support/fileServer';
import { halves } from '../files/support/pictures';
import {
  type Newsroom,
  openNewsroom,
  publish,
  putPictureInto,
  release,
  writeArticle,
} from '../support/newsroom';
import { reached, serveDelivery, type ServedDelivery } from './support/serveDelivery';

const HOUR_MS = 3_600_000;

let newsroom: Newsroom;
let node: ServedDelivery;
let files: FileServer;
let site: Server;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  await ensureIndexes(newsroom.payload.db.connection);
  node = await serveDelivery({ connection: newsroom.payload.db.connection });
  files = await serveNewsroomFiles(
    newsroom,
    folderStore(path.join(String(process.env.DATA_DIR), 'files')),
  );
  const client = createClient({ baseUrl: `${node.url}/v1` });
  const onError = (error: unknown) => node.errors.push(error);
  const about = { name: 'The Hallow Post', language: 'en', publicUrl: 'https://news.example' };
  site = createServer(express().use('/read', readerSite({ client, site: about, onError })));
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
});
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  site.closeAllConnections();
  site.close();
  await files.close();
  await node.close();
  await newsroom.close();
});

/** What every clock of this process says from now on; that of the database goes on. */
function itIs(at: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: at });
}

interface Shown {
  slug: string;
  articleId: string;
  lead: Media;
  inside: Media;
  portrait: Media;
  person: string;
}

/** An article with a lead image, one in its text and somebody with a portrait; all rights end then. */
async function show(name: string, expiresAt: string | null): Promise<Shown> {
  const upload = async (what: string, width: number): Promise<Media> => {
    const { status, body, text } = await newsroom.upload({
      collection: 'media',
      as: 'writer',
      file: { name: `${what}.png`, bytes: await halves({ width }), type: 'image/png' },
      fields: { alt: `The ${what} of ${name}`, credit: 'Ada Fenwick', expiresAt },
    });
    expect(status, text).toBe(201);
    return body.doc as Media;
  };
  const seed = 400 + 6 * (made += 1);
  const lead = await upload('quay', seed);
  const inside = await upload('crane', seed + 2);
  const portrait = await upload('keeper', seed + 4);
  const topic = await newsroom.payload.create({
    collection: 'topics',
    data: { name: `Harbours of ${name}` },
  });
  const person = await newsroom.payload.create({
    collection: 'people',
    data: { name: `Keeper of ${name}`, portrait: portrait.id },
  });
  const { article, sections } = await writeArticle(newsroom, {
    headline: name,
    leadImage: lead.id,
    bylines: [{ person: person.id }],
    topics: [topic.id],
  });
  const saved = await putPictureInto(newsroom, sections[0], inside.id);
  expect(saved.status, saved.text).toBe(200);
  const { sequence } = await publish(newsroom, article.id);
  await release(newsroom, 'people', person.id);
  await release(newsroom, 'media', portrait.id);
  await reached(node, sequence);
  return {
    slug: String(article.slug),
    articleId: article.id,
    lead,
    inside,
    portrait,
    person: person.id,
  };
}
let made = 0;

const read = async (address: string) => {
  const { port } = site.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/read${address}`);
  return { text: await answer.text(), cacheControl: String(answer.headers.get('cache-control')) };
};

const PLACES = {
  v1: ({ slug, articleId }: Shown) =>
    [
      `/articles/${slug}`,
      `/articles/id/${articleId}`,
      '/articles',
      '/articles?include=sections',
      `/search?q=${slug}`,
      '/feeds/rss.xml',
      '/feeds/atom.xml',
      '/feeds/feed.json',
      `/articles/${slug}/jsonld`,
      `/articles/${slug}/ninjs`,
    ].map((place) => `/v1${place}`),
  api: ({ articleId, lead, inside, portrait, person }: Shown) => [
    `/articles/${articleId}?depth=3`,
    '/articles?depth=3',
    '/sections?depth=3',
    `/people/${person}?depth=2`,
    ...[lead, inside, portrait].map(({ id }) => `/media/${id}`),
    '/media?limit=100',
  ],
};

const QUERY = `{
  Articles(limit: 100) { docs { headline leadImage { url alt sizes { large { url } } } } }
  People(limit: 100) { docs { name portrait { url alt } } }
  allMedia(limit: 100) { docs { url alt filename } }
}`;

/** Everything that readers can ask for, by the place. */
async function allAnswers(shown: Shown): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const place of PLACES.v1(shown)) answers.set(place, (await node.get(place)).text);
  for (const place of PLACES.api(shown)) {
    answers.set(`/api${place}`, (await newsroom.rest('GET', place)).text);
  }
  answers.set('graphql', (await newsroom.graphql(QUERY)).text);
  answers.set('/read', (await read(`/${shown.slug}`)).text);
  return answers;
}

const addressesOf = ({ url, sizes }: Media): string[] => [
  String(url),
  ...Object.values(sizes ?? {}).flatMap((size) => (size.url ? [size.url] : [])),
];

/** The places that give any of the pictures: an address of a file of it, or the words about it. */
async function placesThatShow(shown: Shown): Promise<string[]> {
  const pictures = [shown.lead, shown.inside, shown.portrait];
  const signs = pictures.flatMap((each) => [...addressesOf(each), String(each.alt)]);
  const answers = await allAnswers(shown);
  return [...answers].flatMap(([place, text]) =>
    signs.some((sign) => text.includes(sign)) ? [place] : [],
  );
}

async function statusesOfFiles({ lead, inside, portrait }: Shown): Promise<number[]> {
  const addresses = [lead, inside, portrait].flatMap(addressesOf);
  const statuses = await Promise.all(
    addresses.map(async (address) => (await files.get(address)).status),
  );
  return [...new Set(statuses)];
}

const seconds = (cacheControl: string | undefined) =>
  [...String(cacheControl).matchAll(/=(\d+)/g)].map(([, value]) => Number(value));

/** For how long, in seconds, somebody may hand out what they got. */
function keptFor(cacheControl: string | undefined): number {
  const [fresh = 0, ...stale] = seconds(cacheControl);
  return fresh + Math.max(0, ...stale);
}

const patch = (id: string, expiresAt: string | null) =>
  newsroom.rest('PATCH', `/media/${id}`, { as: 'writer', body: { expiresAt } });

describe('a picture whose rights end', () => {
  it('is in no answer to readers from that moment on, whatever was kept, and its files neither', async () => {
    const end = Date.now() + HOUR_MS;
    const shown = await show('Fenmouth', new Date(end).toISOString());
    const before = await placesThatShow(shown);
    expect(before).toEqual([...(await allAnswers(shown)).keys()]);
    expect(await statusesOfFiles(shown)).toEqual([200]);
    const held = await node.get(`/v1/articles/${shown.slug}`);
    expect(held.body.leadImage).not.toBeNull();

    itIs(end);
    expect(await placesThatShow(shown)).toEqual([]);
    expect(await statusesOfFiles(shown)).toEqual([404]);
    // Who kept the answer from before is not told that it still is as it was.
    for (const name of ['etag', 'last-modified'] as const) {
      const sent = { etag: 'if-none-match', 'last-modified': 'if-modified-since' }[name];
      const again = await node.get(`/v1/articles/${shown.slug}`, {
        [sent]: String(held.headers[name] ?? new Date(end - HOUR_MS).toUTCString()),
      });
      expect(again.status).toBe(200);
      expect(again.body.leadImage).toBeNull();
    }
    // The newsroom still has it.
    vi.useRealTimers();
    const staff = await newsroom.rest('GET', `/media/${shown.lead.id}`, { as: 'writer' });
    expect(staff.status).toBe(200);
    expect((await files.get(String(shown.lead.url), { as: 'writer' })).status).toBe(200);
  });

  it('is not kept by anybody beyond that moment', async () => {
    const end = Date.now() + 24 * HOUR_MS;
    const shown = await show('Ebbtown', new Date(end).toISOString());
    for (const leftS of [100_000, 86_404, 60, 4, 1]) {
      itIs(end - leftS * 1000);
      for (const place of PLACES.v1(shown)) {
        const { headers, status } = await node.get(place);
        expect(status).toBe(200);
        expect(keptFor(headers['cache-control']), `${place} ${leftS}`).toBeLessThanOrEqual(leftS);
        const held = await node.get(place, { 'if-none-match': String(headers.etag) });
        expect(held.status).toBe(304);
        expect(keptFor(held.headers['cache-control'])).toBeLessThanOrEqual(leftS);
      }
      for (const place of ['/', `/${shown.slug}`]) {
        expect(keptFor((await read(place)).cacheControl)).toBeLessThanOrEqual(leftS);
      }
      const { headers } = await files.get(String(shown.lead.url));
      expect(keptFor(headers['cache-control'])).toBeLessThanOrEqual(leftS);
    }
  });

  it('tells nothing by sorting or filtering', async () => {
    for (const query of ['sort=leadImage.alt', 'where[leadImage.alt][like]=quay']) {
      expect((await newsroom.rest('GET', `/articles?${query}`)).status).toBe(400);
    }
    expect((await newsroom.rest('GET', '/media?sort=expiresAt')).status).toBe(400);
  });

  it('goes sooner as soon as anybody saves it, and stays longer only when an editor releases that', async () => {
    const shown = await show('Tidewell', null);
    const pictures = [shown.lead, shown.inside, shown.portrait];
    const hash = async () => (await node.get(`/v1/articles/${shown.slug}`)).body.edition.hash;
    const frozen = await hash();
    expect((await placesThatShow(shown)).length).toBeGreaterThan(15);

    const past = new Date(Date.now() - 1_000).toISOString();
    for (const { id } of pictures) expect((await patch(id, past)).status).toBe(200);
    await expect.poll(() => placesThatShow(shown)).toEqual([]);
    expect(await statusesOfFiles(shown)).toEqual([404]);

    const later = new Date(Date.now() + HOUR_MS).toISOString();
    for (const { id } of pictures) expect((await patch(id, later)).status).toBe(200);
    expect(await placesThatShow(shown)).toEqual([]);
    const { body: waiting } = await newsroom.rest('GET', `/media/${shown.lead.id}/face`, {
      as: 'editor',
    });
    expect(waiting).toMatchObject({ waits: true, changes: [{ field: 'expiresAt' }] });

    for (const { id } of pictures) await release(newsroom, 'media', id);
    const places = [...(await allAnswers(shown)).keys()];
    await expect.poll(() => placesThatShow(shown)).toEqual(places);
    expect(await statusesOfFiles(shown)).toEqual([200]);
    expect(await hash()).toBe(frozen);

    itIs(Date.parse(later));
    expect(await placesThatShow(shown)).toEqual([]);
  });

  it('stays as long as the edition that was published last says, where nothing newer is known', async () => {
    const soon = Date.now() + HOUR_MS;
    const shown = await show('Saltmere', new Date(soon).toISOString());
    const later = new Date(soon + HOUR_MS).toISOString();
    for (const { id } of [shown.lead, shown.inside]) await patch(id, later);
    const { sequence } = await publish(newsroom, shown.articleId, {
      kind: 'minor',
      note: 'Longer',
    });
    await reached(node, sequence);
    itIs(soon);
    const { body } = await node.get(`/v1/articles/${shown.slug}`);
    expect(body.leadImage).not.toBeNull();
    expect((await files.get(String(shown.lead.url))).status).toBe(200);
  });

  it('is gone by its own rights, not by those of another record of the same bytes', async () => {
    const bytes = await halves({ width: 778 });
    const records: Media[] = [];
    for (const alt of ['Ended', 'Free']) {
      const { body } = await newsroom.upload({
        collection: 'media',
        as: 'writer',
        file: { name: `${alt}.png`, bytes, type: 'image/png' },
        fields: { alt, credit: 'Ada' },
      });
      records.push(body.doc as Media);
    }
    const [ended, free] = records as [Media, Media];
    expect(ended.url).toBe(free.url);
    const first = await writeArticle(newsroom, { headline: 'First use', leadImage: ended.id });
    await publish(newsroom, first.article.id);
    await patch(ended.id, new Date(Date.now() - 1_000).toISOString());
    // The other record has all rights, and no reader is shown it.
    expect((await files.get(String(ended.url))).status).toBe(404);
    const second = await writeArticle(newsroom, { headline: 'Second use', leadImage: free.id });
    await publish(newsroom, second.article.id);
    expect((await files.get(String(free.url))).status).toBe(200);
  });
});

import path from 'node:path';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { performAction } from '../../src/actions/workflow/performAction';
import { folderStore } from '../../src/files/folderStore';
import type { Media } from '../../src/payload-types';
import { approve } from '../scheduling/plannedArticle';
import {
  type Newsroom,
  openNewsroom,
  publish,
  putPictureInto,
  writeArticle,
} from '../support/newsroom';
import { serveNewsroomFiles, type FileServer } from './support/fileServer';
import { halves, picture } from './support/pictures';

let newsroom: Newsroom;
let files: FileServer;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  const folder = path.join(String(process.env.DATA_DIR), 'files');
  files = await serveNewsroomFiles(newsroom, folderStore(folder));
});
afterAll(async () => {
  await files.close();
  await newsroom.close();
});

async function newPicture(bytes: Uint8Array): Promise<Media> {
  const { status, body } = await newsroom.upload({
    collection: 'media',
    as: 'writer',
    file: { name: 'quay.png', bytes, type: 'image/png' },
    fields: { alt: 'A quay', credit: 'Ada Fenwick' },
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.doc as Media;
}

const addressesOf = ({ url, sizes }: Media): string[] => [
  String(url),
  ...Object.values(sizes ?? {}).flatMap((size) => (size.url ? [size.url] : [])),
];

const statusOf = async (address: string) => (await files.get(address)).status;
const statusesOf = (record: Media) => Promise.all(addressesOf(record).map(statusOf));
const all = (record: Media, status: number) => addressesOf(record).map(() => status);

const replace = (id: string, bytes: Uint8Array) =>
  newsroom.upload({
    collection: 'media',
    id,
    as: 'writer',
    file: { name: 'quay.png', bytes, type: 'image/png' },
  });

async function stageOf(articleId: string) {
  const { body } = await newsroom.rest('GET', `/articles/${articleId}?draft=true`, {
    as: 'editor',
  });
  return body.workflow.stage as string;
}

describe('a picture that readers see', () => {
  it('is public with every size while a live edition pins it, and not a moment longer', async () => {
    const record = await newPicture(await halves({ width: 420 }));
    expect(await statusesOf(record)).toEqual(all(record, 404));
    const { article } = await writeArticle(newsroom, { leadImage: record.id });
    await publish(newsroom, article.id);
    expect(await statusesOf(record)).toEqual(all(record, 200));
    const { headers } = await files.get(String(record.url));
    expect(headers['cache-control']).toMatch(/^public, max-age=3600/);
    expect(headers['access-control-allow-origin']).toBe('*');

    const other = await writeArticle(newsroom, { headline: 'Again', leadImage: record.id });
    await publish(newsroom, other.article.id);
    const call = { payload: newsroom.payload, user: newsroom.users.publisher, now: new Date() };
    const input = { reason: 'Wrong', notice: 'We were wrong.' };
    await performAction({ ...call, articleId: article.id, action: 'withdraw', input });
    expect(await statusesOf(record)).toEqual(all(record, 200));
    await performAction({ ...call, articleId: other.article.id, action: 'withdraw', input });
    expect(await statusesOf(record)).toEqual(all(record, 404));
  });

  it('stays, byte for byte, when its record is replaced or cropped, until the next publication', async () => {
    const record = await newPicture(await halves({ width: 500 }));
    const { article } = await writeArticle(newsroom, { headline: 'Pinned', leadImage: record.id });
    await publish(newsroom, article.id);
    const seen = async () =>
      Promise.all(addressesOf(record).map(async (address) => (await files.get(address)).bytes));
    const before = await seen();

    const cropped = await newsroom.upload({
      collection: 'media',
      id: record.id,
      as: 'writer',
      query:
        '?uploadEdits[crop][x]=0&uploadEdits[crop][y]=0&uploadEdits[widthInPixels]=90&uploadEdits[heightInPixels]=90',
    });
    expect(cropped.status).toBe(200);
    expect(await statusesOf(record)).toEqual(all(record, 200));
    expect(await statusesOf(cropped.body.doc)).toEqual(all(cropped.body.doc, 404));

    const replaced = await replace(record.id, await picture({ colour: '#ffffff' }));
    expect(replaced.status).toBe(200);
    expect(await seen()).toEqual(before);
    expect(await statusesOf(replaced.body.doc)).toEqual(all(replaced.body.doc, 404));

    await publish(newsroom, article.id, { kind: 'minor', note: 'A better picture' });
    expect(await statusesOf(replaced.body.doc)).toEqual(all(replaced.body.doc, 200));
    expect(await statusesOf(record)).toEqual(all(record, 404));
  });
});

describe('the record of a picture', () => {
  const seenBy = async (id: string) => {
    const { body } = await newsroom.rest('GET', `/media/${id}?depth=0`);
    return { focal: [body.focalX, body.focalY], share: body.sizes?.share?.url as string };
  };
  const move = async (id: string, focalX: number) => {
    const save = { as: 'writer', body: { focalX, focalY: 50 } } as const;
    const { status, body } = await newsroom.rest('PATCH', `/media/${id}`, save);
    expect(status).toBe(200);
    return body.doc as Media;
  };

  it('gives readers the focal point that was approved, not one that was set since', async () => {
    const record = await newPicture(await halves({ width: 2400, height: 600 }));
    const { article } = await writeArticle(newsroom, { headline: 'Focus', leadImage: record.id });
    await approve(newsroom, article.id);
    const moved = await move(record.id, 90);
    expect(moved.url).toBe(record.url);
    const call = { payload: newsroom.payload, user: newsroom.users.publisher, now: new Date() };
    await performAction({ ...call, articleId: article.id, action: 'publish', input: {} });
    const approved = { focal: [50, 50], share: record.sizes?.share?.url };
    expect(await seenBy(record.id)).toEqual(approved);
    expect(await statusOf(String(moved.sizes?.share?.url))).toBe(404);

    await publish(newsroom, article.id, { kind: 'minor', note: 'About another point' });
    expect(await seenBy(record.id)).toEqual({
      focal: [90, 50],
      share: moved.sizes?.share?.url,
    });
    expect(await statusOf(String(record.sizes?.share?.url))).toBe(404);
  });
});

describe('an approval', () => {
  const approved = async (headline: string, leadImage: string) => {
    const { article } = await writeArticle(newsroom, { headline, leadImage });
    await publish(newsroom, article.id);
    expect(await stageOf(article.id)).toBe('approved');
    return article.id;
  };

  it('ends when the picture is exchanged under the same name', async () => {
    const record = await newPicture(await halves({ width: 300 }));
    const id = await approved('Exchanged', record.id);
    const hash = async () =>
      (await newsroom.rest('GET', `/articles/${id}/actions`, { as: 'editor' })).body.contentHash;
    const before = await hash();
    expect((await replace(record.id, await halves({ width: 310 }))).status).toBe(200);
    expect(await hash()).not.toBe(before);
    expect(await stageOf(id)).toBe('draft');
  });

  it.each([
    ['alternative text', { alt: 'A quay at dusk' }],
    ['caption', { caption: 'The quay' }],
    ['credit', { credit: 'Somebody else' }],
    ['end of rights', { expiresAt: '2099-01-01T00:00:00.000Z' }],
    ['focal point', { focalX: 10, focalY: 20 }],
  ])('ends when the %s of its picture changes', async (what, body) => {
    const record = await newPicture(await halves({ width: 1400, height: 700 }));
    const id = await approved(`Changed ${what}`, record.id);
    const { status } = await newsroom.rest('PATCH', `/media/${record.id}`, { as: 'writer', body });
    expect(status).toBe(200);
    expect(await stageOf(id)).toBe('draft');
  });

  it('ends for a picture inside of a section, too, and not for one that it does not show', async () => {
    const [inside, elsewhere] = await Promise.all([
      newPicture(await halves()),
      newPicture(await halves()),
    ]);
    const { article, sections } = await writeArticle(newsroom, { headline: 'Inside' });
    const saved = await putPictureInto(newsroom, sections[0], inside.id);
    expect(saved.status, saved.text).toBe(200);
    await publish(newsroom, article.id);
    expect(await statusesOf(inside)).toEqual(all(inside, 200));
    const rename = (id: string) =>
      newsroom.rest('PATCH', `/media/${id}`, { as: 'writer', body: { alt: 'Other words' } });
    await rename(elsewhere.id);
    expect(await stageOf(article.id)).toBe('approved');
    await rename(inside.id);
    expect(await stageOf(article.id)).toBe('draft');
  });
});

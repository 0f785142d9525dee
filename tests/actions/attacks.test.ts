import path from 'node:path';

import { handleEndpoints } from 'payload';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { canonicalHash } from '../../src/domain/edition/canonicalHash';
import { folderStore } from '../../src/files/folderStore';
import { serveNewsroomFiles, type FileServer } from '../files/support/fileServer';
import { openNewsroom, writeArticle, type Newsroom, type Role } from '../support/newsroom';

/*
 * What once got past the promise, each by the requests by which it did. Nothing here looks into the
 * product but by its answers, so that an older version can be asked the same.
 */

let newsroom: Newsroom;
let files: FileServer;
/** A writer whose password is known: uploads are sent as the panel sends them. */
let token: string;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  files = await serveNewsroomFiles(
    newsroom,
    folderStore(path.join(String(process.env.DATA_DIR), 'files')),
  );
  const account = { email: 'uploader@newsroom.example', password: 'a long password' };
  await newsroom.payload.create({
    collection: 'users',
    data: { ...account, name: 'The uploader', roles: ['writer'] },
  });
  const { body } = await newsroom.rest('POST', '/users/login', { body: account });
  token = body.token as string;
});
afterAll(async () => {
  await files.close();
  await newsroom.close();
});

const bytesAt = async (address: string) => {
  const { status, bytes } = await files.get(address);
  return { status, bytes };
};
const asStaff = async (address: string) => (await files.get(address, { as: 'writer' })).bytes;

interface StoredPicture {
  id: string;
  url: string;
  sizes: Record<string, { url?: string | null }>;
}

async function upload(
  where: string,
  { bytes, name = 'quay.png', type = 'image/png', query = '' }: UploadOptions,
) {
  const form = new FormData();
  if (bytes) form.set('file', new File([new Uint8Array(bytes)], name, { type }));
  form.set('_payload', JSON.stringify({ alt: 'A quay', credit: 'Ada Fenwick' }));
  const request = new Request(`http://localhost/api/${where}${query}`, {
    method: where.includes('/') ? 'PATCH' : 'POST',
    headers: { authorization: `JWT ${token}` },
    body: form,
  });
  const response = await handleEndpoints({
    config: Promise.resolve(newsroom.payload.config),
    request,
  });
  const body = (await response.json()) as { doc: StoredPicture };
  return { status: response.status, doc: body.doc };
}
interface UploadOptions {
  bytes?: Buffer;
  name?: string;
  type?: string;
  query?: string;
}

const plain = (background: string, width = 1000) =>
  sharp({ create: { width, height: 500, channels: 3, background } })
    .png()
    .toBuffer();

const act = (as: Role, id: string, action: string, body: object = {}) =>
  newsroom.rest('POST', `/articles/${id}/actions/${action}`, { as, body });
const overview = async (id: string) =>
  (await newsroom.rest('GET', `/articles/${id}/actions`, { as: 'editor' })).body as {
    contentHash: string;
  };
const standing = async (id: string) =>
  (await newsroom.rest('GET', `/articles/${id}?draft=true&depth=0`, { as: 'admin' })).body as {
    workflow: { stage: string };
  };
const save = async (address: string, body: object, as: Role = 'writer') => {
  const answer = await newsroom.rest('PATCH', address, { as, body });
  return answer.status;
};

async function approved(more: object = {}): Promise<string> {
  const { article } = await writeArticle(newsroom, more);
  await act('writer', article.id, 'submit');
  const { contentHash } = await overview(article.id);
  const { status, text } = await act('editor', article.id, 'approve', { contentHash });
  expect(status, text).toBe(200);
  return article.id;
}
async function published(more: object = {}): Promise<string> {
  const id = await approved(more);
  const { status, text } = await act('publisher', id, 'publish');
  expect(status, text).toBe(200);
  return id;
}

describe('pictures', () => {
  it('one that is exchanged under the same name ends the approval', async () => {
    const { doc } = await upload('media', { bytes: await plain('#102030') });
    const id = await approved({ headline: 'Exchanged', leadImage: doc.id });
    const before = await overview(id);
    for (const colour of ['#405060', '#708090']) {
      expect((await upload(`media/${doc.id}`, { bytes: await plain(colour) })).status).toBe(200);
    }
    expect((await overview(id)).contentHash).not.toBe(before.contentHash);
    expect((await standing(id)).workflow.stage).toBe('draft');
  });

  it('a crop changes no byte at the address of a live one', async () => {
    const { doc } = await upload('media', { bytes: await plain('#203040', 1200) });
    await published({ headline: 'Cropped', leadImage: doc.id });
    const before = await bytesAt(doc.url);
    expect(before.status).toBe(200);
    const query =
      '?uploadEdits[crop][x]=0&uploadEdits[crop][y]=0&uploadEdits[widthInPixels]=90&uploadEdits[heightInPixels]=90';
    expect((await upload(`media/${doc.id}`, { query })).status).toBe(200);
    expect(await bytesAt(doc.url)).toEqual(before);
  });

  it('a replacement leaves every live size where it is', async () => {
    const { doc } = await upload('media', { bytes: await plain('#304050', 1700) });
    await published({ headline: 'Replaced', leadImage: doc.id });
    const bytes = await plain('#a0b0c0', 1700);
    expect((await upload(`media/${doc.id}`, { bytes, name: 'other.png' })).status).toBe(200);
    const addresses = Object.values(doc.sizes).flatMap(({ url }) => url ?? []);
    expect(addresses.length).toBeGreaterThan(2);
    const statuses = await Promise.all(addresses.map(async (at) => (await bytesAt(at)).status));
    expect(statuses).toEqual(addresses.map(() => 200));
  });

  it('twelve of one name at once are twelve pictures', async () => {
    const colours = Array.from({ length: 12 }, (_, n) => ({ r: n * 20, g: 90, b: 30 }));
    const answers = await Promise.all(
      colours.map(async ({ r, g, b }) =>
        upload('media', { bytes: await plain(`rgb(${r}, ${g}, ${b})`), name: 'same.png' }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201));
    for (const [index, { doc }] of answers.entries()) {
      const { channels } = await sharp(await asStaff(doc.url)).stats();
      expect(Math.abs((channels[0]?.mean ?? -99) - index * 20)).toBeLessThan(4);
    }
  });

  it('twelve files of evidence likewise', async () => {
    const texts = Array.from({ length: 12 }, (_, n) => Buffer.from(`What was said, number ${n}.`));
    const answers = await Promise.all(
      texts.map((bytes) =>
        upload('evidence-files', { bytes, name: 'notes.txt', type: 'text/plain' }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201));
    for (const [index, { doc }] of answers.entries())
      expect((await asStaff(doc.url)).toString()).toBe(texts[index]?.toString());
  });

  it('one of a camera tells readers neither where it was taken nor by whom', async () => {
    const bytes = await sharp(await plain('#506070'))
      .jpeg()
      .withExif({
        IFD0: { Artist: 'Ada Fenwick' },
        IFD3: { GPSLatitude: '53/1 33/1 0/1', GPSLatitudeRef: 'N' },
      })
      .toBuffer();
    const { doc } = await upload('media', { bytes, name: 'camera.jpg', type: 'image/jpeg' });
    await published({ headline: 'Taken', leadImage: doc.id });
    const shown = await bytesAt(doc.url);
    expect(shown.status).toBe(200);
    expect((await sharp(shown.bytes).metadata()).exif).toBeUndefined();
    expect(shown.bytes.includes('Ada Fenwick')).toBe(false);
  });
});

describe('what readers see was read', () => {
  /** The approver reads, somebody saves, the approver approves what was read. */
  async function approvedAfter(id: string, change: () => Promise<number>): Promise<number> {
    await act('writer', id, 'submit');
    const { contentHash } = await overview(id);
    expect(await change()).toBe(200);
    return (await act('editor', id, 'approve', { contentHash })).status;
  }

  it('the attribution beside a speaker', async () => {
    const { rest } = newsroom;
    const person = await rest('POST', '/people', { as: 'writer', body: { name: 'Ines Calder' } });
    const words = 'The lighthouse of Port Hallow was lit on Tuesday.';
    const quote = await rest('POST', '/quotes', {
      as: 'writer',
      body: { text: words, kind: 'indirect', speaker: person.body.doc.id, attribution: 'a keeper' },
    });
    const quoteId = quote.body.doc.id as string;
    const { article, sections } = await writeArticle(newsroom, { headline: 'Attributed' });
    await save(`/sections/${sections[0]?.id}`, { quotes: [quoteId] });
    const change = () => save(`/quotes/${quoteId}`, { attribution: 'a liar' });
    expect(await approvedAfter(article.id, change)).toBe(409);
  });

  it.each(['leadImageCaption', 'leadImageCredit'])('%s without an image', async (field) => {
    const { article } = await writeArticle(newsroom, { headline: `Without ${field}` });
    const change = () => save(`/articles/${article.id}`, { [field]: 'Nobody read this' });
    expect(await approvedAfter(article.id, change)).toBe(409);
  });

  it('related articles', async () => {
    const { article: other } = await writeArticle(newsroom, { headline: 'Offered' });
    const { article } = await writeArticle(newsroom, { headline: 'Offers' });
    const change = () => save(`/articles/${article.id}`, { relatedArticles: [other.id] });
    expect(await approvedAfter(article.id, change)).toBe(409);
  });
});

describe('a writer’s change', () => {
  it.each([
    ['people', { name: 'Ada Fenwick' }, { name: 'Nobody approved this' }],
    ['topics', { name: 'Sea' }, { name: 'Nobody approved this' }],
    ['media', {}, { alt: 'Nobody', caption: 'Nobody approved this', credit: 'Nobody' }],
  ] as const)('of %s waits for an editor, who is on record', async (collection, made, change) => {
    const { rest, payload } = newsroom;
    const id =
      collection === 'media'
        ? (await upload('media', { bytes: await plain('#607080', 900) })).doc.id
        : ((await rest('POST', `/${collection}`, { as: 'editor', body: made })).body.doc
            .id as string);
    const use = {
      people: { bylines: [{ person: id }] },
      topics: { topics: [id] },
      media: { leadImage: id },
    };
    await published({ headline: `Shows ${collection}`, ...use[collection] });
    // Topics are the editors': their saves wait, too.
    const as = collection === 'topics' ? 'editor' : 'writer';
    expect(await save(`/${collection}/${id}`, change, as)).toBe(200);
    const seen = await rest('GET', `/${collection}/${id}`);
    expect(seen.status).toBe(200);
    expect(seen.text).not.toContain('Nobody');
    const face = await rest('GET', `/${collection}/${id}/face`, { as: 'editor' });
    await rest('POST', `/${collection}/${id}/actions/release`, {
      as: 'editor',
      body: { hash: face.body.hash },
    });
    expect((await rest('GET', `/${collection}/${id}`)).text).toContain('Nobody');
    const { docs } = await payload.find({
      collection: 'audit-entries',
      where: { 'record.value': { equals: id }, action: { equals: 'releaseFace' } },
    });
    expect(docs).toMatchObject([{ actorName: 'The editor' }]);
  });
});

describe('the time at which a record was made', () => {
  it.each([
    ['people', { name: 'Ada Fenwick' }],
    ['articles', { headline: 'Made' }],
    ['quotes', { text: 'Made up.' }],
  ] as const)('is not what a writer says of %s', async (collection, words) => {
    const body = { ...words, createdAt: '1990-01-01T00:00:00.000Z' };
    const made = await newsroom.rest('POST', `/${collection}`, { as: 'writer', body });
    expect(made.status).toBe(201);
    const { id, createdAt } = made.body.doc as { id: string; createdAt: string };
    expect(createdAt).not.toContain('1990');
    await save(`/${collection}/${id}`, body);
    const { text } = await newsroom.rest('GET', `/${collection}/${id}?draft=true`, {
      as: 'writer',
    });
    expect(text).not.toContain('1990');
  });
});

describe('four eyes are two people', () => {
  it('a publisher does not approve what they rewrote', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Rewritten' });
    await act('writer', article.id, 'submit');
    expect(
      await save(`/articles/${article.id}`, { headline: 'By the publisher' }, 'publisher'),
    ).toBe(200);
    await act('writer', article.id, 'submit');
    const { contentHash } = await overview(article.id);
    expect((await act('publisher', article.id, 'approve', { contentHash })).status).toBe(403);
  });

  it('an editor does not approve the own article that somebody else submitted', async () => {
    const { rest } = newsroom;
    const section = await rest('POST', '/sections?draft=true', {
      as: 'editor',
      body: { body: (await writeArticle(newsroom, {})).sections[0]?.body },
    });
    const made = await rest('POST', '/articles?draft=true', {
      as: 'editor',
      body: { headline: 'My own', standfirst: 'All mine.', sections: [section.body.doc.id] },
    });
    const id = made.body.doc.id as string;
    expect((await act('publisher', id, 'submit')).status).toBe(200);
    const { contentHash } = await overview(id);
    expect((await act('editor', id, 'approve', { contentHash })).status).toBe(403);
  });
});

describe('checks and embargo', () => {
  const flagsOf = async (id: string) =>
    (await newsroom.rest('GET', `/articles/${id}?draft=true&depth=0`, { as: 'admin' })).body as {
      flags?: { legal?: string };
      embargoUntil?: string | null;
    };

  it('a writer sets no legal check to not needed', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Checked' });
    await save(`/articles/${article.id}`, { flags: { legal: 'required' } }, 'editor');
    await save(`/articles/${article.id}`, { flags: { legal: 'not_needed' } });
    expect((await flagsOf(article.id)).flags?.legal).toBe('required');
  });

  it('a writer clears no embargo, also after the approval', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Embargoed' });
    const embargoUntil = '2099-01-01T00:00:00.000Z';
    await save(`/articles/${article.id}`, { embargoUntil }, 'editor');
    await act('writer', article.id, 'submit');
    const { contentHash } = await overview(article.id);
    await act('publisher', article.id, 'approve', { contentHash });
    await save(`/articles/${article.id}`, { embargoUntil: null });
    expect((await flagsOf(article.id)).embargoUntil).toBe(embargoUntil);
  });

  it('a legal check that is required after the approval stops publication', async () => {
    const id = await approved({ headline: 'Checked late' });
    expect(await save(`/articles/${id}`, { flags: { legal: 'required' } }, 'editor')).toBe(200);
    expect((await act('publisher', id, 'publish')).status).not.toBe(200);
    expect((await newsroom.rest('GET', `/articles/${id}`)).status).toBe(404);
  });
});

describe('a field that is declared later', () => {
  it('ends no approval of an edition that is older', async () => {
    const id = await published({ headline: 'From before' });
    const rows = newsroom.payload.db.connection.collection<{
      title: string;
      hash: string;
      content: Record<string, unknown>;
    }>('editions');
    const edition = await rows.findOne({ title: /^From before/ });
    // As it was frozen before there was such a field.
    const { dateline: _, ...content } = edition?.content ?? {};
    const hash = canonicalHash(content);
    await rows.updateOne({ _id: edition?._id }, { $set: { content, hash } });
    expect(await save(`/articles/${id}`, { headline: 'From before' })).toBe(200);
    expect((await standing(id)).workflow.stage).toBe('approved');
  });
});

import path from 'node:path';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { folderStore } from '../../src/files/folderStore';
import { pinImages } from '../../src/migrations/pinImages';
import type { Media } from '../../src/payload-types';
import { serveNewsroomFiles, type FileServer } from '../files/support/fileServer';
import { halves } from '../files/support/pictures';
import { openNewsroom, publish, writeArticle, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;
let files: FileServer;
let kept: Media;
let ended: Media;
let longer: Media;

const connection = () => newsroom.payload.db.connection;
const idOf = ({ id }: Media) => new (connection().base.Types.ObjectId)(id);

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  files = await serveNewsroomFiles(
    newsroom,
    folderStore(path.join(String(process.env.DATA_DIR), 'files')),
  );
  const live = async (width: number): Promise<Media> => {
    const { body } = await newsroom.upload({
      collection: 'media',
      as: 'writer',
      file: { name: 'quay.png', bytes: await halves({ width }), type: 'image/png' },
      fields: { alt: 'A quay', credit: 'Ada', expiresAt: '2090-01-01T00:00:00.000Z' },
    });
    const { article } = await writeArticle(newsroom, { leadImage: body.doc.id });
    await publish(newsroom, article.id);
    return body.doc as Media;
  };
  kept = await live(300);
  ended = await live(302);
  longer = await live(304);
  // As the version before left them: pinned by the article alone, and the newest end known to nobody.
  for (const row of await connection().collection('stored-files').find().toArray()) {
    const pinnedBy = (row.pinnedBy as string[]).flatMap((holder) => {
      const [collection, id, image] = holder.split('/');
      return image ? [`${collection}/${id}`] : [holder];
    });
    await connection()
      .collection('stored-files')
      .updateOne({ _id: row._id }, { $set: { pinnedBy } });
  }
  const versions = connection().collection('_media_versions');
  const newest = (image: Media) => ({ parent: idOf(image), latest: true });
  const end = (day: string) => ({
    $set: { 'version.expiresAt': new Date(day), 'version._status': 'draft' },
  });
  await versions.updateOne(newest(ended), end('2020-01-01'));
  await versions.updateOne(newest(longer), end('2099-01-01'));
});
afterAll(async () => {
  await files.close();
  await newsroom.close();
});

describe('pictures from before their rights counted as they stand today', () => {
  it('are public by their image, and end when the newsroom knows that they do', async () => {
    const context = { payload: newsroom.payload, log: () => undefined };
    await pinImages.run(context);
    await pinImages.run(context);
    const statuses = [kept, ended, longer].map(
      async ({ url }) => (await files.get(String(url))).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 404, 200]);
    const rows = await connection().collection('stored-files').find().toArray();
    const holders = rows.flatMap(({ pinnedBy }) => pinnedBy as string[]);
    const byArticle = holders.filter((holder) => holder.startsWith('articles/'));
    expect(byArticle).toHaveLength(3);
    for (const holder of byArticle)
      expect(holder).toMatch(/^articles\/[0-9a-f]{24}\/[0-9a-f]{24}$/);
    const { body } = await newsroom.rest('GET', `/media/${longer.id}/face`, { as: 'editor' });
    expect(body.changes).toMatchObject([{ field: 'expiresAt' }]);
    const { body: desk } = await newsroom.rest('GET', `/media/${longer.id}?draft=true`, {
      as: 'editor',
    });
    expect(desk.faceWaits).toBe(true);
  });
});

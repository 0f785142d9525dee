import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { readStory } from '../../seed/readStory';
import { importStory } from '../../src/actions/story/importStory';
import { pictureSources, type PictureSources } from '../../src/actions/story/storePictures';
import { idOf, idsOf } from '../../src/domain/edition/WorkingCopy';
import { bodyReferences } from '../../src/domain/richText/bodyReferences';
import type { Media } from '../../src/payload-types';
import { openNewsroom, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;
let root: string;
let folder: string;

const picture = (colour: string) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: colour } })
    .png()
    .toBuffer();

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  root = await mkdtemp(path.join(tmpdir(), 'standfirst-pictures-'));
  folder = path.join(root, 'stories');
  await mkdir(path.join(folder, 'images'), { recursive: true });
  await writeFile(path.join(folder, 'images', 'sea wall.png'), await picture('blue'));
  await writeFile(
    path.join(folder, 'images', 'drawing.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
  );
  await writeFile(path.join(root, 'secret.png'), await picture('black'));
  await symlink(path.join(root, 'secret.png'), path.join(folder, 'images', 'link.png'));
});
afterAll(async () => {
  await newsroom.close();
  await rm(root, { recursive: true, force: true });
});

async function bring(name: string, text: string, sources?: PictureSources) {
  const file = path.join(folder, name);
  await writeFile(file, text);
  const [read] = (await readStory(file)).stories;
  if (!read) throw new Error('No story was read.');
  const { payload, users } = newsroom;
  const given = { ...pictureSources(payload, folder), ...sources };
  const call = { payload, user: users.writer, folder, sources: given };
  const imported = await importStory({ ...call, read });
  const article = await payload.findByID({
    collection: 'articles',
    id: imported.articleId,
    draft: true,
    depth: 0,
  });
  const sections = await Promise.all(
    idsOf(article.sections).map((id) =>
      payload.findByID({ collection: 'sections', id, draft: true, depth: 0 }),
    ),
  );
  const ids = sections.flatMap(({ body }) => bodyReferences(body).media);
  const images = await Promise.all(
    ids.map((id) => payload.findByID({ collection: 'media', id, draft: true, depth: 0 })),
  );
  const told = Object.fromEntries(
    imported.receipt.map(({ code, items }) => [code, items.map(({ detail }) => detail)]),
  );
  return { imported, article, images, told };
}

const count = async () => (await newsroom.payload.count({ collection: 'media' })).totalDocs;
const words = ({ alt, caption, credit, width }: Media) => ({ alt, caption, credit, width });

describe('pictures of imported stories', () => {
  it('are stored with caption and credit: of a folder beside the file and of data in it', async () => {
    const data = `data:image/png;base64,${(await picture('red')).toString('base64')}`;
    const story = `# The sea wall

The wall broke on Monday night.

<figure><img src="images/sea%20wall.png" alt="A gap"><figcaption>The gap on Tuesday. Photo: Ada Quill</figcaption></figure>

It was mended on Friday.

![The crane](${data})

![Nobody has it](images/lost.png)

![Outside](../secret.png) ![Linked](images/link.png) ![Drawn](images/drawing.svg)

![Of the web](https://pictures.example/wall.jpg)`;
    const { images, told, article, imported } = await bring('wall.md', story);
    expect(images.map(words)).toEqual([
      { alt: 'A gap', caption: 'The gap on Tuesday.', credit: 'Ada Quill', width: 40 },
      { alt: 'The crane', caption: null, credit: null, width: 40 },
    ]);
    expect(images.map(({ filename }) => filename)).toEqual([
      'sea wall.png',
      expect.stringMatching(/^picture-[0-9a-f]{8}$/),
    ]);
    expect(told).toMatchObject({
      pictureKept: ['images/sea%20wall.png · A gap · The gap on Tuesday. · Ada Quill', 'The crane'],
      pictureNotFound: [
        'images/lost.png · Nobody has it',
        '../secret.png · Outside',
        'images/link.png · Linked',
      ],
      pictureNotFetched: ['https://pictures.example/wall.jpg · Of the web'],
      pictureRefused: ['images/drawing.svg · Drawn'],
    });
    expect(article.origin?.receipt).toEqual(imported.receipt);

    // Again: nothing. And once more with other words: the same records of the same pictures.
    const before = await count();
    expect((await bring('wall.md', story)).imported.outcome).toBe('unchanged');
    const changed = await bring('wall.md', story.replace('Friday', 'Saturday'));
    expect(changed.imported.outcome).toBe('updated');
    expect(changed.images.map(({ id }) => id)).toEqual(images.map(({ id }) => id));
    expect(await count()).toBe(before);
  });

  it('are the lead image where the source says so, and are asked of the web only where that is allowed', async () => {
    const green = await picture('green');
    const page = (headline: string) => `---
title: ${headline}
image:
  src: https://pictures.example/pier.jpg
  alt: The pier
  caption: The pier at noon
  credit: Tom Quill
---

It stands again.`;
    const asked: string[] = [];
    const fromWeb = (address: string) => {
      asked.push(address);
      return Promise.resolve(green);
    };
    const { article } = await bring('pier.md', page('The pier'), { fromWeb });
    expect(asked).toEqual(['https://pictures.example/pier.jpg']);
    const lead = await newsroom.payload.findByID({
      collection: 'media',
      id: idOf(article.leadImage) ?? '',
      draft: true,
      depth: 0,
    });
    expect(words(lead)).toEqual({
      alt: 'The pier',
      caption: 'The pier at noon',
      credit: 'Tom Quill',
      width: 40,
    });
    const refused = await bring('quay.md', page('The quay'));
    expect(refused.article.leadImage ?? null).toBeNull();
    expect(refused.told.pictureNotFetched).toHaveLength(1);
    expect(asked).toHaveLength(1);
  });
});

import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { watchFolder } from '../../src/ingest/watchFolder';
import { openNewsroom, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;
let folder: string;
const watchers: ReturnType<typeof watchFolder>[] = [];

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  folder = await mkdtemp(path.join(tmpdir(), 'standfirst-wire-'));
});
afterAll(async () => {
  await Promise.all(watchers.map((watcher) => watcher.stop()));
  await newsroom.close();
  await rm(folder, { recursive: true, force: true });
});

const list = (name: string) => readdir(path.join(folder, name)).catch(() => []);

const picture = () =>
  sharp({ create: { width: 9, height: 9, channels: 3, background: 'blue' } })
    .png()
    .toBuffer();

describe('a watched folder', () => {
  it('takes in what is put there, once though two watch it, and says what it cannot read', async () => {
    await copyFile('tests/fixtures/formats/bridge.xml', path.join(folder, 'bridge.xml'));
    await copyFile('tests/fixtures/formats/harbour.md', path.join(folder, 'harbour.md'));
    await writeFile(path.join(folder, 'notes.pdf'), '%PDF');
    for (let count = 0; count < 2; count += 1) {
      const { payload } = newsroom;
      watchers.push(watchFolder({ payload, folder, restMs: 50, log: () => undefined }));
    }
    await expect
      .poll(() => readdir(folder), { timeout: 60_000 })
      .toEqual(['being-imported', 'imported', 'refused']);
    await expect.poll(() => list('being-imported'), { timeout: 60_000 }).toEqual([]);
    expect((await list('imported')).sort()).toEqual([
      'bridge.xml',
      'bridge.xml.receipt.txt',
      'bridge.xml.why.txt',
      'harbour.md',
      'harbour.md.receipt.txt',
    ]);
    const receipt = await readFile(path.join(folder, 'imported', 'bridge.xml.receipt.txt'), 'utf8');
    expect(receipt).toContain('left out: 1 picture');
    expect((await list('refused')).sort()).toEqual(['notes.pdf', 'notes.pdf.why.txt']);
    const why = await readFile(path.join(folder, 'refused', 'notes.pdf.why.txt'), 'utf8');
    expect(why).toContain('notes.pdf: This kind of file is not read');

    const { docs } = await newsroom.payload.find({ collection: 'articles', draft: true });
    expect(docs.map(({ headline }) => headline).sort()).toEqual([
      'Bridge & ferry share one ticket',
      'Harbour crane stands still after forty years',
    ]);
    expect(docs.map(({ _status }) => _status)).toEqual(['draft', 'draft']);
    expect((await newsroom.rest('GET', '/articles')).body.docs).toEqual([]);
  });

  it('takes two stories of one name for two, and puts on hold what its source takes back', async () => {
    const put = async (from: string, as = path.basename(from)) => {
      await copyFile(path.join('tests/fixtures/imports', from), path.join(folder, as));
      await expect.poll(() => readdir(folder), { timeout: 60_000 }).not.toContain(as);
      await expect.poll(() => list('being-imported'), { timeout: 60_000 }).toEqual([]);
    };
    const named = async (headline: string) =>
      (
        await newsroom.payload.find({
          collection: 'articles',
          where: { headline: { equals: headline } },
          draft: true,
        })
      ).docs;
    await put('same-name-a/story.md');
    await put('same-name-b/story.md');
    expect(await named('Mill to close')).toHaveLength(1);
    expect(await named('Lamp lit at last')).toHaveLength(1);
    await put('ninjs-version-2.json');
    expect(await named('Mill to close in June')).toMatchObject([{ flags: { onHold: false } }]);
    await put('ninjs-version-3-canceled.json');
    expect(await named('Mill to close in June')).toMatchObject([
      {
        flags: {
          onHold: true,
          holdReason: 'Its source took it back. KILL: the story is wrong.',
        },
      },
    ]);
    expect(await list('imported')).toContain('ninjs-version-3-canceled.json');
  });

  it('keeps both files where a name comes again, and makes nothing twice', async () => {
    await copyFile('tests/fixtures/formats/harbour.md', path.join(folder, 'harbour.md'));
    await expect.poll(() => list('imported'), { timeout: 60_000 }).toContain('harbour (2).md');
    expect((await newsroom.payload.count({ collection: 'articles' })).totalDocs).toBe(5);
  });

  it('does not try a file again that has ended those who read it twice', async () => {
    const fatal = path.join(await mkdtemp(path.join(tmpdir(), 'standfirst-fatal-')));
    const taken = path.join(fatal, 'being-imported');
    await mkdir(taken);
    for (const [name, tries] of [
      ['fatal.md', '2'],
      ['unlucky.md', '1'],
    ] as const) {
      await writeFile(path.join(taken, name), `# The story of ${name}\n\nOne paragraph.`);
      await writeFile(path.join(taken, `.${name}.tries`), tries);
    }
    const { payload } = newsroom;
    watchers.push(
      watchFolder({ payload, folder: fatal, restMs: 50, givenUpMs: 500, log: () => undefined }),
    );
    const inside = (name: string) => readdir(path.join(fatal, name)).catch(() => []);
    await expect
      .poll(() => inside('refused'), { timeout: 60_000 })
      .toEqual(['fatal.md', 'fatal.md.why.txt']);
    await expect.poll(() => inside('imported'), { timeout: 60_000 }).toContain('unlucky.md');
    await expect.poll(() => inside('being-imported'), { timeout: 60_000 }).toEqual([]);
    const why = await readFile(path.join(fatal, 'refused', 'fatal.md.why.txt'), 'utf8');
    expect(why).toContain('ended in the middle, 2 times');
  });

  it('leaves pictures where they are, for the stories that show them', async () => {
    const { payload } = newsroom;
    const own = await mkdtemp(path.join(tmpdir(), 'standfirst-pictures-'));
    await writeFile(path.join(own, 'gap.png'), await picture());
    await writeFile(path.join(own, 'gap.md'), '# The gap\n\nIt is wide.\n\n![The gap](gap.png)\n');
    watchers.push(watchFolder({ payload, folder: own, restMs: 50, log: () => undefined }));
    const imported = () => readdir(path.join(own, 'imported')).catch(() => []);
    await expect.poll(imported, { timeout: 60_000 }).toContain('gap.md');
    expect(await readdir(own)).toContain('gap.png');
    const { docs } = await payload.find({ collection: 'media', draft: true });
    expect(docs.map(({ alt, filename }) => [alt, filename])).toEqual([['The gap', 'gap.png']]);
  });
});

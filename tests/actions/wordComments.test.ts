import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { readStory } from '../../seed/readStory';
import { importStory } from '../../src/actions/story/importStory';
import { openNewsroom, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;
let folder: string;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  folder = await mkdtemp(path.join(tmpdir(), 'standfirst-word-'));
});
afterAll(async () => {
  await newsroom.close();
  await rm(folder, { recursive: true, force: true });
});

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inside: string) => `<w:p>${inside}</w:p>`;

/** As two colleagues left it: a comment on some words, one on none, and changes by both. */
async function commented(name: string): Promise<string> {
  const zip = await JSZip.loadAsync(
    await readFile(path.resolve('tests/fixtures/formats/mill.docx')),
  );
  const text = async (file: string) => (await zip.file(file)?.async('string')) ?? '';
  const body = [
    paragraph(run('Mill to close')),
    paragraph(
      `${run('The mill will ')}<w:commentRangeStart w:id="1"/>${run('close in May')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>${run(', its owner said.')}`,
    ),
    paragraph(
      `${run('It employs ')}<w:del w:id="3" w:author="Ada"><w:r><w:delText>forty</w:delText></w:r></w:del><w:ins w:id="4" w:author="Ada">${run('fifty')}</w:ins>${run(' people.')}<w:r><w:commentReference w:id="2"/></w:r>`,
    ),
  ].join('');
  const document = await text('word/document.xml');
  zip.file(
    'word/document.xml',
    document.replace(/<w:body>[\s\S]*<\/w:body>/, () => `<w:body>${body}</w:body>`),
  );
  const comment = (id: number, author: string, words: string) =>
    `<w:comment w:id="${id}" w:author="${author}" w:initials="X">${paragraph(run(words))}</w:comment>`;
  zip.file(
    'word/comments.xml',
    `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${comment(1, 'Ada Fenwick', 'Is that sure?')}${comment(2, 'Tom Quill', 'Who counted?')}</w:comments>`,
  );
  const relations = await text('word/_rels/document.xml.rels');
  zip.file(
    'word/_rels/document.xml.rels',
    relations.replace(
      '</Relationships>',
      '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
    ),
  );
  const file = path.join(folder, name);
  await writeFile(file, await zip.generateAsync({ type: 'uint8array' }));
  return file;
}

describe('a Word document that colleagues worked on', () => {
  it('has their comments as notes beside the words that they meant, with their names', async () => {
    const [read] = (await readStory(await commented('mill.docx'))).stories;
    if (!read) throw new Error('No story was read.');
    expect(JSON.stringify(read.story)).not.toMatch(/Is that sure|Who counted/);
    const { payload, users } = newsroom;
    const bring = () => importStory({ payload, user: users.writer, read });
    const { articleId, receipt } = await bring();
    expect(receipt.find(({ code }) => code === 'commentAsNote')?.count).toBe(2);
    const notes = async () => {
      const { docs } = await payload.find({
        collection: 'notes',
        where: { article: { equals: articleId } },
        sort: 'createdAt',
        depth: 0,
      });
      return docs.map(({ place, about, comments }) => [
        place,
        about,
        comments?.map(({ authorName, text }) => `${authorName ?? ''}: ${text ?? ''}`),
      ]);
    };
    const expected = [
      ['body', 'close in May', ['Ada Fenwick: Is that sure?']],
      ['headline', 'Mill to close', ['Tom Quill: Who counted?']],
    ];
    expect(await notes()).toEqual(expected);
    expect((await bring()).outcome).toBe('unchanged');
    expect(await notes()).toEqual(expected);
  });

  it('is read with its changes accepted, or as it was before them, as somebody wants', async () => {
    const file = await commented('changes.docx');
    const words = async (tracked: 'accepted' | 'original') => {
      const [read] = (await readStory(file, tracked)).stories;
      const told = read?.receipt.map(({ code, items }) => [
        code,
        items.map(({ detail }) => detail),
      ]);
      return { text: read?.story.sections[0]?.paragraphs[1], told };
    };
    const accepted = await words('accepted');
    expect(accepted.text).toBe('It employs fifty people.');
    expect(accepted.told).toEqual(
      expect.arrayContaining([
        ['insertedText', ['fifty']],
        ['deletedText', ['forty']],
      ]),
    );
    const original = await words('original');
    expect(original.text).toBe('It employs forty people.');
    expect(original.told).toEqual(
      expect.arrayContaining([
        ['deletionKept', ['forty']],
        ['insertionLeftOut', ['fifty']],
      ]),
    );
    expect(JSON.stringify(original.told)).not.toContain('lostText');
  });
});

import { readFile } from 'node:fs/promises';
import path from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { wordToHtml } from '../../../src/actions/story/wordToHtml';
import { readStories } from '../../../src/domain/formats/readStories';
import { bodyBlocks } from '../../../src/domain/richText/bodyBlocks';
import { bodyFaults } from '../../../src/domain/richText/bodySchema';
import { lexicalFromParagraphs } from '../../../src/domain/richText/lexicalFromParagraphs';
import { lexicalHtml } from '../../../src/domain/richText/lexicalHtml';
import { lexicalText } from '../../../src/domain/richText/lexicalText';
import { plainBody, readableBody } from '../../../src/domain/richText/readableBody';
import type { RichText, RichTextNode } from '../../../src/domain/richText/RichText';
import { bodyOf } from '../../../src/domain/story/canvas';
import { pasteStory } from '../../../src/domain/story/pasteStory';
import { anyBody, brokenBody, wordsIn } from './bodies';

const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures');
const references = { quote: () => null, image: () => null, article: () => null };
const shownIn = (body: RichText) => wordsIn(lexicalHtml(body, references));

const bodyWith = (...children: unknown[]) => ({
  root: { type: 'root', version: 1, format: '', indent: 0, direction: 'ltr', children },
});
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', version: 1, children });
const text = (words: string, more: object = {}) => ({ type: 'text', text: words, ...more });
const link = (fields: object) => ({ type: 'link', version: 3, fields, children: [text('here')] });

/** Each cell holds what stands for it. */
const table = (rows: unknown[][], more: object = {}) => ({
  type: 'table',
  children: rows.map((cells) => ({
    type: 'tablerow',
    children: (cells.length > 0 ? cells : [paragraph()]).map((child) => ({
      type: 'tablecell',
      children: [child],
      ...more,
    })),
  })),
});

describe('what is no body is told with its place', () => {
  it.each<[string, unknown, string, RegExp | null]>([
    ['nothing', {}, 'root', /^an editor state|another|a/],
    [
      'a body without children',
      { root: { type: 'root', children: null } },
      'root.children',
      /list/,
    ],
    ['something besides the root', { ...bodyWith(), extra: 1 }, 'extra', null],
    ['null for a node', bodyWith(null), 'root.children.0', /a node with a type/],
    [
      'an unknown type',
      bodyWith({ type: 'marquee', children: [] }),
      'root.children.0.type',
      /paragraph, heading/,
    ],
    [
      'a text outside a paragraph',
      bodyWith(text('loose')),
      'root.children.0.type',
      /one of paragraph/,
    ],
    [
      'a paragraph in a paragraph',
      bodyWith(paragraph(paragraph())),
      'root.children.0.children.0.type',
      /one of text, linebreak, tab, link/,
    ],
    [
      'a link in a link',
      bodyWith(
        paragraph({
          ...link({ url: 'https://a.example' }),
          children: [link({ url: 'https://a.example' })],
        }),
      ),
      'root.children.0.children.0.children.0.type',
      /one of text/,
    ],
    [
      'children that are a text',
      bodyWith({ type: 'paragraph', children: 'words' }),
      'root.children.0.children',
      /list of nodes/,
    ],
    [
      'a text without text',
      bodyWith(paragraph({ type: 'text' })),
      'root.children.0.children.0.text',
      /a text/,
    ],
    [
      'a text where nothing shows it',
      bodyWith({ ...paragraph(), text: 'hidden' }),
      'root.children.0.text',
      null,
    ],
    [
      'a state of the editor',
      bodyWith({ ...paragraph(), $: { note: 'hidden' } }),
      'root.children.0.$',
      null,
    ],
    [
      'a format that is none',
      bodyWith(paragraph(text('x', { format: 4096 }))),
      'root.children.0.children.0.format',
      /another value/,
    ],
    [
      'a heading of the section’s rank',
      bodyWith({ type: 'heading', tag: 'h2', children: [] }),
      'root.children.0.tag',
      /h3 or h4/,
    ],
    [
      'a script behind a link',
      bodyWith(paragraph(link({ linkType: 'custom', url: 'javascript:alert(1)' }))),
      'root.children.0.children.0.fields.url',
      /begins with https/,
    ],
    [
      'data behind a link',
      bodyWith(paragraph(link({ url: 'data:text/html,x' }))),
      'root.children.0.children.0.fields.url',
      /begins with https/,
    ],
    [
      'a control character in a link',
      bodyWith(paragraph(link({ url: 'https://a.example/\u0007' }))),
      'root.children.0.children.0.fields.url',
      /hidden characters/,
    ],
    [
      'a turned address',
      bodyWith(paragraph(link({ url: 'https://a.example/\u202egpj' }))),
      'root.children.0.children.0.fields.url',
      /hidden characters/,
    ],
    [
      'a link to nothing',
      bodyWith(paragraph(link({ linkType: 'internal' }))),
      'root.children.0.children.0.fields',
      /an address or an article/,
    ],
    [
      'a link to a person',
      bodyWith(
        paragraph(
          link({
            linkType: 'internal',
            doc: { relationTo: 'people', value: '65f000000000000000000001' },
          }),
        ),
      ),
      'root.children.0.children.0.fields.doc.relationTo',
      /articles/,
    ],
    [
      'a link with a title',
      bodyWith(paragraph(link({ url: 'https://a.example', title: 'hidden' }))),
      'root.children.0.children.0.fields.title',
      null,
    ],
    [
      'a table in a table',
      bodyWith(table([[table([])]])),
      'root.children.0.children.0.children.0.children.0.type',
      /one of paragraph, heading, quote, list/,
    ],
    [
      'a coloured cell',
      bodyWith(table([[]], { backgroundColor: 'red' })),
      'root.children.0.children.0.children.0.backgroundColor',
      /empty/,
    ],
    [
      'an image that is no id',
      bodyWith({ type: 'upload', relationTo: 'media', value: 'x' }),
      'root.children.0.value',
      /the id of an image/,
    ],
    [
      'a file of another kind',
      bodyWith({ type: 'upload', relationTo: 'users', value: '65f000000000000000000001' }),
      'root.children.0.relationTo',
      /media/,
    ],
    [
      'an unknown block',
      bodyWith({ type: 'block', fields: { blockType: 'poll' } }),
      'root.children.0.fields.blockType',
      /pullQuote or embed/,
    ],
    [
      'a block with a name',
      bodyWith({ type: 'block', fields: { blockType: 'embed', blockName: 'hidden' } }),
      'root.children.0.fields.blockName',
      /empty/,
    ],
    [
      'an embed with more fields',
      bodyWith({ type: 'block', fields: { blockType: 'embed', html: '<b>' } }),
      'root.children.0.fields.html',
      null,
    ],
    [
      'an embed of a script',
      bodyWith({ type: 'block', fields: { blockType: 'embed', url: 'javascript:1' } }),
      'root.children.0.fields.url',
      /begins with https/,
    ],
  ])('%s', (_, body, place, wanted) => {
    const [fault] = bodyFaults(body);
    expect(fault?.path).toBe(place);
    if (wanted === null) expect(fault?.wanted).toBeNull();
    else expect(fault?.wanted).toMatch(wanted);
  });

  it('so is one that is too deep, too long, or of too many nodes', () => {
    let deep: unknown = paragraph();
    for (let level = 0; level < 5000; level += 1) {
      deep = {
        type: 'list',
        listType: 'bullet',
        children: [{ type: 'listitem', children: [deep] }],
      };
    }
    expect(bodyFaults(bodyWith(deep))[0]?.wanted).toMatch(/at most 30 levels/);
    expect(bodyFaults(bodyWith(paragraph(text('x'.repeat(500_001)))))[0]?.wanted).toMatch(/500000/);
    const many = Array.from({ length: 20_001 }, () => paragraph());
    expect(bodyFaults(bodyWith(...many))[0]?.wanted).toMatch(/20000 nodes/);
  });
});

describe('what is a body', () => {
  it('has each of its words shown to readers', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        expect(bodyFaults(body)).toEqual([]);
        const all = wordsIn(body);
        expect(shownIn(body).toSorted()).toEqual(all.toSorted());
        // Captions of embeds are shown and are no words of the section.
        const embeds = wordsIn(body.root.children.filter(({ type }) => type === 'block'));
        const told = wordsIn(lexicalText(body));
        expect(all.filter((word) => !told.includes(word) && !embeds.includes(word))).toEqual([]);
        expect(readableBody(body)).toBe(body);
        expect(() => bodyBlocks(body)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it('may be a table, whose heading cells say what they head', () => {
    const cell = (words: string, headerState: number, more: object = {}) => ({
      type: 'tablecell',
      headerState,
      ...more,
      children: [paragraph(text(words))],
    });
    const row = (...children: unknown[]) => ({ type: 'tablerow', children });
    const body = bodyWith({
      type: 'table',
      children: [
        row(cell('Year', 3), cell('Ships', 1)),
        row(cell('2023', 2, { rowSpan: 2 }), cell('4 & a half', 0)),
      ],
    }) as unknown as RichText;
    expect(bodyFaults(body)).toEqual([]);
    expect(lexicalHtml(body, references)).toBe(
      '<table><thead><tr><th>Year</th><th scope="col">Ships</th></tr></thead>' +
        '<tbody><tr><th scope="row" rowspan="2">2023</th><td>4 &amp; a half</td></tr></tbody></table>',
    );
    expect(lexicalText(body)).toBe('Year\n\nShips\n\n2023\n\n4 & a half');
  });

  it('is everything that a paste makes', async () => {
    for (const name of ['googleDocs.html', 'word.html']) {
      const html = await readFile(path.join(FIXTURES, 'pastes', name), 'utf8');
      for (const isPageEmpty of [true, false]) {
        const { blocks } = pasteStory({ html, text: '', isPageEmpty });
        const inBody = blocks.filter(({ $ }) => !$);
        expect(bodyFaults(bodyOf(inBody, null)), name).toEqual([]);
      }
    }
  });

  it('is everything that an import makes', async () => {
    for (const folder of ['formats', 'stories']) {
      const { readdir } = await import('node:fs/promises');
      for (const fileName of await readdir(path.join(FIXTURES, folder))) {
        const bytes = await readFile(path.join(FIXTURES, folder, fileName));
        const { stories } = await readStories({ bytes, fileName, knownPeople: [], wordToHtml });
        for (const { story } of stories) {
          for (const { body, paragraphs } of story.sections) {
            expect(bodyFaults(body ?? lexicalFromParagraphs(paragraphs)), fileName).toEqual([]);
          }
        }
      }
    }
  });
});

describe('a body that was stored before there was a schema', () => {
  it('becomes one with every word that its readers see', () => {
    fc.assert(
      fc.property(brokenBody, (stored) => {
        const before = wordsIn(lexicalHtml(stored as RichText, references));
        const body = readableBody(stored);
        expect(bodyFaults(body)).toEqual([]);
        expect(before.filter((word) => !shownIn(body as RichText).includes(word))).toEqual([]);
        expect(readableBody(body)).toBe(body);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([null, undefined])('%s stays nothing', (nothing) => {
    expect(readableBody(nothing)).toBeNull();
  });

  it.each(['words', 7, [], {}, { root: null }])('%j becomes an empty one', (stored) => {
    expect(readableBody(stored)?.root.children).toEqual([]);
  });

  it('keeps its headings at the rank that readers see, and loses a look that only the editor had', () => {
    const body = plainBody(
      bodyWith(
        { type: 'heading', tag: 'h2', children: [text('Pier', { style: 'color: red' })] },
        { type: 'heading', tag: 'h5', children: [] },
      ),
    );
    expect(bodyFaults(body)).toEqual([]);
    expect((body.root.children as RichTextNode[]).map(({ tag }) => tag)).toEqual(['h3', 'h4']);
    expect(lexicalText(body as unknown as RichText)).toBe('Pier');
  });
});

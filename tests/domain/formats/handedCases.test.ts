import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { wordToHtml } from '../../../src/actions/story/wordToHtml';
import type { Receipt, ReceiptCode } from '../../../src/domain/formats/Receipt';
import { readStories, type ReadStory } from '../../../src/domain/formats/readStories';
import { lexicalHtml } from '../../../src/domain/richText/lexicalHtml';
import { pasteStory } from '../../../src/domain/story/pasteStory';

/** Stories as they come from agencies, word processors, sites and other systems; all made up. */
const FOLDER = path.resolve('tests/fixtures/imports');
const references = { quote: () => null, image: () => '<img>', article: () => null };

const read = async (name: string) =>
  readStories({
    bytes: await readFile(path.join(FOLDER, name)),
    fileName: path.basename(name),
    wordToHtml,
  });
async function story(name: string): Promise<ReadStory> {
  const { stories, problems } = await read(name);
  expect(problems).toEqual([]);
  expect(stories).toHaveLength(1);
  return stories[0]!;
}
/** What an editor would see of it, section by section. */
const text = ({ story: { sections } }: ReadStory) =>
  sections
    .map(({ heading, body, paragraphs }) => {
      const html = body
        ? lexicalHtml(body, references)
        : paragraphs.map((p) => `<p>${p}</p>`).join('');
      return heading === null ? html : `<h2>${heading}</h2>${html}`;
    })
    .join('');
const told = (receipt: Receipt, code: ReceiptCode) =>
  receipt.find((line) => line.code === code)?.items.map(({ detail }) => detail) ?? [];
const speech = (one: ReadStory) =>
  one.story.quotes.map(({ text: words, speaker }) => [words, speaker]);

describe('no paragraph is lost', () => {
  it('above a heading of the first level', async () => {
    const one = await story('md-text-above-h1.md');
    expect(one.story.headline).toBe('What comes next');
    expect(text(one)).toBe(
      '<p>The mill of Port Hallow will close in May. This paragraph stands above the heading.</p><h3>A smaller heading</h3><p>So does this one.</p><h2>What comes next</h2><p>Nobody knows.</p>',
    );
    expect(told(one.receipt, 'textAboveHeadline')).toHaveLength(3);
  });

  it('of a Word document whose title stands in its properties', async () => {
    const one = await story('docx-core-title.docx');
    expect(one.story.headline).toBe('Mill to close in May');
    expect(text(one)).toBe(
      '<p>The mill will close in May.</p><h2>What comes next</h2><p>Nobody knows.</p>',
    );
  });
});

describe('what a text looks like', () => {
  it('keeps the marks of a quotation in HTML', async () => {
    const one = await story('html-q-element.html');
    expect(text(one)).toContain('<p>“We did what we could”, said Tom Quill, who owns it.</p>');
    expect(speech(one)).toEqual([['We did what we could', 'Tom Quill']]);
  });

  it('keeps what is struck through, raised and lowered in Google Docs', async () => {
    const html = await readFile(path.join(FOLDER, 'paste-google-docs-sup-strike.html'), 'utf8');
    const { headline, blocks, receipt } = pasteStory({ html, text: '', isPageEmpty: true });
    expect(headline).toBe('Mill to close');
    const root = {
      type: 'root',
      children: blocks,
      version: 1,
      format: '' as const,
      indent: 0,
      direction: null,
    };
    expect(lexicalHtml({ root }, references)).toBe(
      '<p>The price is <s>nine</s> ten crowns, H<sub>2</sub>O, x<sup>2</sup>.</p><ul><li>First<ul><li>Inner</li></ul></li></ul><table><tbody><tr><td>Year</td><td>Ships</td></tr><tr><td>2024</td><td>9</td></tr></tbody></table>',
    );
    expect(receipt).toEqual([]);
  });

  it('keeps headings, quotations, lists and tables of Word by their styles', async () => {
    expect(text(await story('docx-headings.docx'))).toBe(
      '<p>The mill will close in May.</p><h2>What comes next</h2><p>Nobody knows.</p><h3>And then</h3><p>Even less.</p>',
    );
    const one = await story('docx-quote-list-table.docx');
    expect(one.story).toMatchObject({
      headline: 'Mill to close in May',
      standfirst: 'Forty jobs go.',
    });
    expect(text(one)).toBe(
      '<p>The mill will close in May.</p><blockquote><p>We did what we could.</p></blockquote><blockquote><p>Nobody came.</p></blockquote><ul><li>Ask the bank</li><li>Ask the council</li></ul><ol><li>First</li><li>Second</li></ol><table><tbody><tr><td>cell 00</td><td>cell 01</td></tr><tr><td>cell 10</td><td>cell 11</td></tr></tbody></table><p>A line<br>broken in two.</p>',
    );
  });
});

describe('pictures, captions, pull quotes, tables, embeds and links are kept or told one by one', () => {
  it('of a web page', async () => {
    const one = await story('html-figure-links.html');
    expect(one.externalId).toBe('https://hallow.example/news/mill');
    expect(one.story).toMatchObject({
      headline: 'Mill to close',
      standfirst: 'Forty jobs go.',
      bylines: ['Ada Fenwick'],
    });
    expect(text(one)).toBe(
      '<p>The mill will <a href="https://hallow.example/news/closing">close in May</a>.</p><p>Forty people work there.</p><blockquote><p>We did what we could</p></blockquote>',
    );
    // Right below the headline: what the story is shown with.
    expect(one.pictures).toMatchObject([
      {
        id: one.leadPicture,
        source: { address: 'https://hallow.example/news/mill.jpg' },
        alt: 'The mill',
        caption: 'The mill seen from the harbour.',
        credit: 'Tom Quill',
      },
    ]);
    expect(told(one.receipt, 'pullQuoteAsQuote')).toEqual(['We did what we could']);
    expect(told(one.receipt, 'relativeLink')).toEqual(['https://hallow.example/news/closing']);
    expect(told(one.receipt, 'otherStory')).toEqual(['Also today Fair weather.']);
    expect(one.desk).toMatchObject({ publishedAt: '2024-05-02T08:00:00.000Z' });
  });

  it('of Word', async () => {
    const one = await story('docx-picture.docx');
    expect(text(one)).toBe(
      '<p>The mill will close in May.</p><img><p>Forty people work there.</p>',
    );
    const [picture] = one.pictures;
    expect(picture).toMatchObject({
      caption: 'The mill seen from the harbour.',
      credit: 'Tom Quill',
      place: 'The mill will close in May.',
    });
    expect(picture && 'bytes' in picture.source && picture.source.bytes.slice(1, 4)).toEqual(
      new TextEncoder().encode('PNG'),
    );
  });

  it('of Markdown', async () => {
    const one = await story('md-image-footnote.md');
    expect(one.story.standfirst).toBeNull();
    expect(text(one)).toBe(
      '<p>The pier lost twenty planks.<sup>1</sup></p><img><p>See Pier history and the list.</p><table><thead><tr><th scope="col">Year</th><th scope="col">Planks</th></tr></thead><tbody><tr><td>2023</td><td>4</td></tr><tr><td>2024</td><td>20</td></tr></tbody></table><ol><li>Counted by the harbour office on Tuesday.</li></ol>',
    );
    expect(one.receipt.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['footnote', 'look', 'lostLink']),
    );
    expect(one.pictures).toMatchObject([
      {
        source: { address: 'https://pictures.example/pier.jpg' },
        alt: 'Planks float beside the pier',
      },
    ]);
  });

  it('of WordPress', async () => {
    const one = await story('wxr-blocks.xml');
    expect(text(one)).toBe(
      '<p>The lamp was lit on Monday.</p><img><blockquote><p>It shines again.</p></blockquote><blockquote><p><em>Tom Quill, keeper</em></p></blockquote><blockquote><p>We waited eleven years.</p></blockquote><blockquote><p><em>Tom Quill</em></p></blockquote><table><tbody><tr><td>2023</td><td>4 ships</td></tr><tr><td>2024</td><td>9 ships</td></tr></tbody></table><p><a href="https://video.example/watch?v=1">https://video.example/watch?v=1</a></p><p>Then the band played.</p>',
    );
    expect(one.pictures).toMatchObject([
      {
        source: { address: 'https://hallow.example/lamp.jpg' },
        alt: 'The lamp',
        caption: 'The lamp at night.',
        credit: 'Ada Fenwick',
      },
    ]);
    expect(one.receipt.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['embed', 'pullQuoteAsQuote']),
    );
  });
});

describe('headline and standfirst', () => {
  it('are no quotation and no time of day', async () => {
    const quoted = await story('html-quote-standfirst.html');
    expect(quoted.story.standfirst).toBeNull();
    expect(text(quoted)).toContain('<blockquote><p>“Nobody came,” said Ruth Lane');
    const live = await story('txt-liveblog.txt');
    expect(live.story.standfirst).toBeNull();
    expect(text(live)).toMatch(/^<p>18:02<\/p>/);
  });

  it('have no tags, entities or places to break a word', async () => {
    const shy = await story('html-entities-shy.html');
    expect(shy.story.headline).toBe('Donaudampfschiff fährt wieder');
    expect(told(shy.receipt, 'invisibleCharacter')).toHaveLength(1);
    expect((await story('wxr-entity-title-cdata.xml')).story.headline).toBe(
      'Fish & chips: it’s dearer',
    );
    expect((await story('wxr-excerpt-html.xml')).story.standfirst).toBe('Forty jobs go.');
    expect((await story('ninjs-headline-html.json')).story).toMatchObject({
      headline: 'Mill & harbour close',
      standfirst: 'Both & more.',
    });
    expect((await story('newsml-headline-wrapped.xml')).story.headline).toBe(
      'Mill to close in May',
    );
  });
});

describe('front matter', () => {
  it('is read, and is no text', async () => {
    const yaml = await story('md-frontmatter-yaml.md');
    expect(yaml).toMatchObject({
      language: 'en',
      story: {
        headline: 'Ferry strike ends in Port Hallow',
        standfirst: 'Crews go back to work on Friday.',
        bylines: ['Ada Fenwick'],
      },
      desk: {
        slug: 'ferry-strike-ends',
        publishedAt: '2024-05-02T00:00:00.000Z',
        subjects: [{ name: 'transport' }, { name: 'strike' }],
      },
    });
    expect(text(yaml)).toMatch(/^<p>Crews voted on Thursday/);
    const headed = await story('md-frontmatter-h1.md');
    expect(headed.story).toMatchObject({
      headline: 'School roof falls in',
      bylines: ['Ada Fenwick'],
    });
    expect(text(headed)).toBe('<p>Nobody was hurt when the roof fell on Sunday.</p>');
    expect(told(headed.receipt, 'property')).toEqual(['layout: post']);
  });
});

describe('wires', () => {
  it('have their bylines, and no role as one', async () => {
    expect((await story('ninjs-by.json')).story.bylines).toEqual(['Ada Fenwick', 'Tom Quill']);
    const one = await story('ninjs-metadata.json');
    expect(one.story.bylines).toEqual(['Ada Fenwick']);
    expect(told(one.receipt, 'bylineRole')).toEqual(['Harbour Correspondent']);
  });

  it('have their editorial notes, subjects, versions, and pictures told', async () => {
    const ninjs = await story('ninjs-metadata.json');
    expect(ninjs.desk).toMatchObject({
      editorialNote: 'CORRECTS the number of jobs in paragraph 2. Not for use in Nordland.',
      subjects: [{ code: 'medtop:20000533', name: 'unemployment' }],
      version: { number: 1, createdAt: '2024-05-02T08:00:00.000Z' },
    });
    expect(ninjs.pictures).toMatchObject([
      {
        id: ninjs.leadPicture,
        source: { address: 'https://pictures.example/mill.jpg' },
        caption: 'The mill seen from the harbour.',
      },
    ]);
    for (const code of ['slugline', 'urgency', 'placeName'] as const)
      expect(told(ninjs.receipt, code)).toHaveLength(1);
    expect((await story('newsml-ednote.xml')).desk).toMatchObject({
      editorialNote: 'CORRECTS the number of jobs.',
      subjects: [{ code: 'medtop:20000533' }],
    });
  });

  it('that are taken back are no stories', async () => {
    expect(await read('ninjs-version-3-canceled.json')).toMatchObject({
      stories: [],
      problems: [],
      kills: [
        {
          externalId: 'urn:example:versions',
          version: { number: 3 },
          reason: 'KILL: the story is wrong.',
        },
      ],
    });
  });

  it('have a paragraph a line in plain text', async () => {
    expect((await story('ninjs-body-text-lines.json')).story.sections[0]?.paragraphs).toEqual([
      'The first paragraph.',
      'The second paragraph.',
      'The third paragraph.',
    ]);
  });

  it('are read in NITF within NewsML', async () => {
    const one = await story('newsml-nitf.xml');
    expect(one.story).toMatchObject({
      headline: 'Mill to close',
      dateline: 'PORT HALLOW',
      bylines: ['Ada Fenwick'],
    });
    expect(text(one)).toBe(
      '<p>The mill will close in May.</p><p>Forty people work there.</p><blockquote><p>We did what we could.</p></blockquote><blockquote><p><em>Tom Quill</em></p></blockquote><img>',
    );
    expect(one.pictures).toMatchObject([
      { source: { address: 'mill.jpg' }, caption: 'The mill.', credit: 'Ada Fenwick' },
    ]);
  });
});

describe('encodings', () => {
  it('are those declared, or recognised, and said', async () => {
    const latin = await story('newsml-latin1.xml');
    expect(latin.story.bylines).toEqual(['Åda Fenwick']);
    expect(text(latin)).toContain('Die Mühle');
    expect(told(latin.receipt, 'encodingDeclared')).toEqual(['windows-1252']);
    const windows = await story('txt-windows-1252.txt');
    expect(text(windows)).toBe(
      '<p>Die Mühle schließt im Mai.</p><p>„Wir haben alles versucht“, sagte Tom Quill.</p>',
    );
    expect(told(windows.receipt, 'encodingDetected')).toEqual(['windows-1252']);
  });

  it.each(['txt-cr-only.txt', 'txt-utf16-bom.txt', 'txt-utf16be-bom.txt'])('%s', async (name) => {
    const one = await story(name);
    expect(one.story.headline).toBe('Die Mühle schließt');
    expect(one.story.sections[0]?.paragraphs).toHaveLength(2);
  });

  it('spaces that do not break make no lines of their own', async () => {
    const one = await story('txt-nbsp-only-lines.txt');
    expect(one.story.sections[0]?.paragraphs).toEqual([
      'The first paragraph is here.',
      'The second paragraph is here.',
    ]);
  });
});

describe('WordPress', () => {
  it('has a paragraph wherever WordPress shows one', async () => {
    const one = await story('wxr-mixed-paragraphs.xml');
    expect(one.story.sections[0]?.paragraphs).toEqual([
      'The first paragraph stands alone.',
      'The second one too.',
      'The third was pasted.',
      'The fourth is plain again.',
    ]);
  });

  it('has its slug, date, tags, co-author, date to come and password', async () => {
    const { stories, problems } = await read('wxr-metadata.xml');
    expect(problems).toEqual([]);
    const [old, future, secret] = stories;
    expect(old).toMatchObject({
      story: { bylines: ['Tom Quill'] },
      desk: {
        slug: 'slug-of-14',
        publishedAt: '2024-05-02T08:00:00.000Z',
        subjects: [{ name: 'Politics' }, { name: 'Budget' }],
      },
    });
    expect(told(old!.receipt, 'picture')).toEqual(['attachment 9']);
    expect(future).toMatchObject({ embargoUntil: '2024-05-02T08:00:00.000Z' });
    expect(told(future!.receipt, 'status')).toEqual(['future']);
    expect(told(secret!.receipt, 'password')).toHaveLength(1);
  });

  it('may have any number of ampersands', async () => {
    const { stories, problems } = await read('wxr-many-ampersands.xml');
    expect(problems).toEqual([]);
    expect(stories.length).toBeGreaterThan(100);
    expect(stories[0]?.story.headline).toBe('Tea & cake 1 & more');
  });
});

describe('languages', () => {
  it('are recognised by their words, and it is said where speakers are not looked for', async () => {
    const german = await story('quotes-de.txt');
    expect(german.language).toBe('de');
    expect(speech(german)).toEqual([
      ['Wir haben alles versucht', 'Ute Brandt'],
      ['Das ist nicht das Ende', 'Jan Brandt'],
      ['sondern ein Anfang.', 'Jan Brandt'],
      ['schweren Schlag für die Stadt', 'Karl Vogt'],
    ]);
    expect(speech(await story('quotes-lang-de.html'))).toEqual([
      ['Wir haben alles versucht', 'Ute Brandt'],
      ['Das ist nicht das Ende', 'Jan Brandt'],
      ['sondern ein Anfang.', 'Jan Brandt'],
      ['schweren Schlag für die Stadt', 'Karl Vogt'],
      ['Wir machen weiter', 'Max Huber'],
      ['Der Ball war klar am Arm', 'Felix Weiß'],
    ]);
    const french = await story('quotes-fr.txt');
    expect(french.language).toBe('fr');
    for (const one of [french, await story('quotes-lang-fr.html')]) {
      expect(speech(one).map(([words]) => words)).toEqual(
        expect.arrayContaining(['Ce n’est pas la fin,', 'mais un début.']),
      );
    }
    expect(speech(await story('quotes-pl.txt'))).toEqual([
      ['Zrobiliśmy wszystko', 'Anna Nowak'],
      ['To nie koniec', 'Jan Kowal'],
    ]);
    expect(speech(await story('quotes-lang-pt.html'))).toEqual([
      ['Fizemos tudo o que podíamos fazer', 'Ana Costa'],
      ['Não é o fim', 'Ana Costa'],
    ]);
    expect(speech(await story('quotes-zh.txt'))).toEqual([
      ['我们尽了一切努力。', null],
      ['這不是結束', null],
    ]);
    for (const [name, language] of [
      ['quotes-lang-uk.html', 'uk'],
      ['quotes-ar.txt', null],
      ['quotes-zh.txt', null],
    ] as const) {
      const one = await story(name);
      expect(one.language, name).toBe(language);
      expect(told(one.receipt, 'speakerNotSought'), name).toEqual([language]);
    }
    expect((await story('quotes-interrupted.txt')).language).toBe('en');
  });
});

describe('a name', () => {
  it('tells nothing of the story under it', async () => {
    const [one, other] = await Promise.all([
      story('same-name-a/story.md'),
      story('same-name-b/story.md'),
    ]);
    expect([one.story.headline, other.story.headline]).toEqual([
      'Mill to close',
      'Lamp lit at last',
    ]);
    expect([one.hasOwnId, other.hasOwnId]).toEqual([false, false]);
  });
});

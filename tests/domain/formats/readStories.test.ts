import { readFile } from 'node:fs/promises';
import path from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { wordToHtml } from '../../../src/actions/story/wordToHtml';
import { readStories, type ReadStory } from '../../../src/domain/formats/readStories';
import { lexicalHtml } from '../../../src/domain/richText/lexicalHtml';

const FOLDER = path.resolve('tests/fixtures/formats');
const references = { quote: () => null, image: () => null, article: () => null };

const fixture = async (fileName: string) =>
  readStories({ bytes: await readFile(path.join(FOLDER, fileName)), fileName, wordToHtml });
const written = (fileName: string, text: string) =>
  readStories({ bytes: new TextEncoder().encode(text), fileName, wordToHtml });

/** Heading and HTML of each section: what an editor would see of it. */
const sections = (read: ReadStory | undefined) =>
  read?.story.sections.map(({ heading, body }) => [heading, lexicalHtml(body, references)]);
const speech = (read: ReadStory | undefined) =>
  read?.story.quotes.map(({ text, speaker }) => [text, speaker]);

describe('readStories', () => {
  it('reads Markdown with its emphasis, links, lists and lesser headings', async () => {
    const { stories, problems } = await fixture('harbour.md');
    expect(problems).toEqual([]);
    expect(stories).toHaveLength(1);
    expect(stories[0]).toMatchObject({ externalId: 'file:harbour.md', embargoUntil: null });
    expect(stories[0]?.story).toMatchObject({
      headline: 'Harbour crane stands still after forty years',
      standfirst: 'The last steam crane of Port Hallow has lifted its final crate.',
      dateline: 'PORT HALLOW',
      bylines: ['Ada Fenwick'],
    });
    expect(sections(stories[0])).toEqual([
      [
        null,
        '<p>The crane stopped on <strong>Monday</strong>, and <a href="https://harbour.example/crane">the harbour office</a> closed its book.</p>' +
          '<p>“It never failed us,” said Mara Teck, the harbour master.</p>',
      ],
      [
        'What comes next',
        '<p>The town wants:</p><ol><li>a museum</li><li>a café</li></ol><h3>The price</h3><p>Nobody knows it <em>yet</em>.</p>',
      ],
    ]);
    expect(speech(stories[0])).toEqual([['It never failed us,', 'Mara Teck']]);
  });

  it('reads the article of a web page and nothing around it, and no script', async () => {
    const { stories } = await fixture('tide.html');
    expect(stories[0]).toMatchObject({
      externalId: 'https://kuestenblatt.example/flut',
      language: 'de',
      story: {
        headline: 'Flut erreicht Neuhafen',
        bylines: ['Jan Wellen', 'Ida Sand'],
        origin: { publisher: 'Küstenblatt', url: 'https://kuestenblatt.example/flut' },
      },
    });
    expect(sections(stories[0])).toEqual([
      [
        null,
        '<p>Das Wasser stand am Morgen <strong>einen Meter</strong> hoch in der Hafenstraße.</p>',
      ],
      [
        'Die Nacht',
        '<p>„Wir haben <em>alle</em> geholfen“, sagte Bürgermeisterin Ida Sand.<br>Danach wurde es still.</p>' +
          '<blockquote><p>Eine Flut kommt nie allein.</p></blockquote><p>Mehr lesen.</p>',
      ],
    ]);
    expect(speech(stories[0])).toEqual([['Wir haben alle geholfen', 'Ida Sand']]);
  });

  it('reads a Word document by its styles', async () => {
    const { stories, problems } = await fixture('mill.docx');
    expect(problems).toEqual([]);
    expect(stories[0]?.story.headline).toBe('Mill wheel turns again');
    expect(sections(stories[0])).toEqual([
      [null, '<p>The wheel turned at <strong>noon</strong> on Sunday.</p>'],
      ['The miller', '<p>“It sings,” said Anna Finch, the miller.</p>'],
    ]);
    expect(speech(stories[0])).toEqual([['It sings,', 'Anna Finch']]);
  });

  it('reads ninjs with what its source says of rights and embargo', async () => {
    const { stories } = await fixture('quarry.json');
    expect(stories[0]).toMatchObject({
      externalId: 'urn:harbourwire:quarry-7',
      language: 'en',
      embargoUntil: '2031-05-01T04:00:00.000Z',
      story: {
        headline: 'Quarry at Stonefold to reopen',
        standfirst: 'Work begins in May, forty people return.',
        dateline: 'STONEFOLD',
        bylines: ['Tom Quill', 'Ada Fenwick'],
        origin: {
          publisher: 'Harbour Wire',
          copyrightLine: '© 2031 Harbour Wire',
          copyrightYear: 2031,
          licence: 'Subscribers only',
        },
      },
    });
    expect(sections(stories[0])?.map(([heading]) => heading)).toEqual([null, 'Forty people']);
  });

  it('reads NewsML-G2, and tells of items that are no text or not to be used', async () => {
    const { stories, problems, kills } = await fixture('bridge.xml');
    expect(kills).toMatchObject([{ externalId: 'tag:harbourwire.example,2031:gone' }]);
    expect(stories).toHaveLength(1);
    expect(stories[0]).toMatchObject({
      externalId: 'tag:harbourwire.example,2031:bridge',
      embargoUntil: '2031-03-05T06:00:00.000Z',
      story: {
        headline: 'Bridge & ferry share one ticket',
        standfirst: 'One ticket now takes people over and across.',
        dateline: 'NEW QUAY, March 4',
        bylines: ['Ada Fenwick'],
        origin: { publisher: 'Harbour Wire' },
      },
    });
    expect(sections(stories[0])).toEqual([
      [null, '<p>From Friday one ticket is enough, the council said.</p>'],
      ['How it works', '<p>“You buy it once,” said councillor Nell Bright.</p>'],
    ]);
    expect(problems).toEqual([
      'bridge.xml, item tag:harbourwire.example,2031:photo: It is of class “ninat:picture”, not text.',
    ]);
  });

  it('reads the posts of a WordPress export, old and new, and keeps [words] in brackets', async () => {
    const { stories, problems } = await fixture('blog-export.xml');
    expect(problems).toEqual([]);
    expect(stories.map(({ externalId }) => externalId)).toEqual([
      'https://stonefold.example/?p=11',
      'https://stonefold.example/?p=12',
    ]);
    expect(stories[0]?.story).toMatchObject({
      headline: 'Snow & sheep',
      standfirst: 'It snowed.',
      bylines: ['Tom Quill'],
      origin: { publisher: 'The Stonefold Blog', url: 'https://stonefold.example/snow' },
    });
    expect(sections(stories[0])).toEqual([
      [null, '<p>The snow came on [sic] Tuesday.</p>'],
      ['The sheep', '<p>They were <strong>not</strong> amused.</p>'],
    ]);
  });

  it.each([
    ['notes.pdf', 'x', 'This kind of file is not read'],
    ['empty.md', ' \n', 'It is empty'],
    ['large.md', 'x'.repeat(3 * 1024 * 1024), 'It has 3.0 MB, more than the 2 MB allowed'],
    ['plain.html', '<p>Words without a headline.</p>', 'has no headline'],
    ['bare.md', '# Only a headline', 'no paragraphs'],
    ['broken.json', '{', 'not valid JSON'],
    ['list.json', '[1]', 'no ninjs item'],
    ['photo.json', '{"type":"picture"}', 'not text'],
    ['broken.xml', '<newsItem><a></newsItem>', 'line 1: It is not well-formed XML'],
    ['other.xml', '<a/>', 'holds no newsItem'],
    ['bomb.xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'entities of its own'],
    ['feed.xml', '<rss><channel/></rss>', 'no WordPress export'],
    ['not.docx', 'words', 'no Word document'],
  ])('refuses %s with the reason', async (fileName, text, reason) => {
    const { stories, problems } = await written(fileName, text);
    expect(stories).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(fileName);
    expect(problems[0]).toContain(reason);
  });

  it('names XML that its validator takes and its parser does not', async () => {
    const text = '<h1></h1><!--<h1>';
    const { stories, problems } = await readStories({
      bytes: new TextEncoder().encode(text),
      fileName: 'a.xml',
      wordToHtml,
    });
    expect(stories).toEqual([]);
    expect(problems[0]).toContain('Comment is not closed');
  });

  it('never throws, whatever the bytes', async () => {
    const names = fc.constantFrom('a.md', 'a.html', 'a.json', 'a.xml', 'a.docx', 'a.txt');
    const markup = fc
      .array(
        fc.constantFrom(
          '<h1>',
          '</h1>',
          '<p>',
          '<b>',
          '<ul><li>',
          '<br>',
          '<a href="x">',
          '# ',
          '\n\n',
          '{"',
          '"]',
          '<rss>',
          '<newsItem>',
          '<!--',
          ']]>',
          '“',
          '”',
          'Words',
          '&amp;',
          '<table><td>',
          '<blockquote>',
        ),
      )
      .map((parts) => new TextEncoder().encode(parts.join('')));
    await fc.assert(
      fc.asyncProperty(names, fc.oneof(markup, fc.uint8Array()), async (fileName, bytes) => {
        const { stories, problems } = await readStories({ bytes, fileName, wordToHtml });
        expect(stories.length + problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});

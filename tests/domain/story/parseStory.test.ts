import { readFileSync, readdirSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseStory } from '../../../src/domain/story/parseStory';
import type { KnownPerson, ParsedStory } from '../../../src/domain/story/ParsedStory';

const FIXTURES = new URL('../../fixtures/stories/', import.meta.url);
const SEED = new URL('../../../seed/articles/nato-chief-russia-ukraine.txt', import.meta.url);

function parse(
  text: string,
  options: { knownPeople?: KnownPerson[]; language?: 'en' | 'fr' | 'de' } = {},
) {
  const answer = parseStory({ text, ...options });
  if (!answer.ok) throw new Error(answer.message);
  return answer.story;
}

const fixture = (name: string) => readFileSync(new URL(name, FIXTURES), 'utf8');
const speech = (story: ParsedStory) => story.quotes.map(({ text, speaker }) => [text, speaker]);
const headings = (story: ParsedStory) => story.sections.map((section) => section.heading);

describe('the source article', () => {
  const text = readFileSync(SEED, 'utf8');
  const story = parse(text, {
    knownPeople: [
      { name: 'Donald Trump', aliases: ['President Trump', 'Mr. Trump'], wikidataId: 'Q22686' },
    ],
  });
  const blocks = text.split('\n\n').map((block) => block.trim());

  it('keeps headline, standfirst and every paragraph word for word, in order', () => {
    expect([
      story.headline,
      story.standfirst,
      ...story.sections.flatMap(({ heading, paragraphs }) =>
        heading === null ? paragraphs : [heading, ...paragraphs],
      ),
    ]).toEqual(blocks.slice(0, -2));
    expect(headings(story)).toEqual([
      null,
      "Russia's Pace of Resolution",
      'The Role of President Trump',
      'NATO and Trade Tariffs',
      'Nuclear Deterrence and Article 5',
    ]);
    expect(story).toMatchObject({ dateline: null, bylines: [] });
  });

  it('strips the lines of the site and keeps its origin', () => {
    expect(blocks.slice(-2)).toEqual(['Share news', story.origin.copyrightLine]);
    expect(story.origin).toMatchObject({ publisher: 'PrimeAi News', copyrightYear: 2025 });
  });

  it('finds the four quotations of Mark Rutte and takes the programme title for none', () => {
    expect(story.quotes.map(({ text: words, kind, speaker }) => [words, kind, speaker])).toEqual([
      ['break the deadlock', 'partial', 'Mark Rutte'],
      [
        "Russians also have to dance the tango, and at this moment they don't seem to do so,",
        'direct',
        'Mark Rutte',
      ],
      ['are really close to the American position.', 'partial', 'Mark Rutte'],
      [
        'until January this year, nothing happened when it came to bringing this war to an end.',
        'partial',
        'Mark Rutte',
      ],
    ]);
    for (const { section, paragraph, start, end, text: words } of story.quotes) {
      expect(story.sections[section]?.paragraphs[paragraph]?.slice(start, end)).toBe(words);
    }
  });

  it('finds its four people with the roles that the text gives', () => {
    expect(story.people.map(({ name, roles }) => [name, roles])).toEqual([
      ['Mark Rutte', [{ title: 'Secretary General', organisation: 'NATO' }]],
      ['Margaret Brennan', []],
      ['Marco Rubio', [{ title: 'Senator', organisation: null }]],
      ['Donald Trump', [{ title: 'President', organisation: null }]],
    ]);
    expect(story.people[3]).toMatchObject({
      wikidataId: 'Q22686',
      mentions: 4,
      sections: [2, 3, 4],
    });
  });
});

describe('stories of every make', () => {
  it('reads a story between the lines of a site, with bylines, dateline and no standfirst', () => {
    const story = parse(fixture('port-hallow-ferry.txt'));
    expect(story).toMatchObject({
      headline: 'Ferry to Skerry Island Returns After Three Winters',
      standfirst: null,
      dateline: 'PORT HALLOW (Harbour Wire)',
      bylines: ['Ada Fenwick', 'Tom Quill'],
      origin: { publisher: 'The Hallow Courier', copyrightYear: 2031 },
    });
    expect(headings(story)).toEqual([null, 'What It Costs']);
    expect(speech(story)).toEqual([
      ['We have waited for this morning since the night of the storm,', 'Ida Brandt'],
      ['Nobody here will complain about the noise.', 'Ida Brandt'],
      ['sleep for a week', 'Tom Oakes'],
      ['We did not want to make anybody pay for the weather,', 'Ines Calder'],
    ]);
  });

  it('reads Windows line ends and a byline below the standfirst', () => {
    const story = parse(fixture('lighthouse-windows-lines.txt'));
    expect(story).toMatchObject({
      standfirst: 'The last keeper of the Cold Point light has handed over his keys.',
      bylines: ['Nora Pell'],
      origin: { publisher: 'Northern Shore Press' },
    });
    expect(JSON.stringify(story)).not.toContain('\\r');
    expect(speech(story).map(([, speaker]) => speaker)).toEqual(['Jonas Wray', 'Jonas Wray']);
  });

  it('keeps curly marks, reads Markdown headings, and takes the title of a bulletin for no speech', () => {
    const story = parse(fixture('observatory-curly.txt'));
    expect(story.standfirst).toBe('The comet was found by a pupil on a school night.');
    expect(headings(story)).toEqual([null, 'What happens next', 'Where to look']);
    expect(story.sections[0]?.paragraphs[0]).toContain('somebody else’s telescope');
    expect(speech(story)).toEqual([
      ['I thought that it was dirt on the lens,', 'Zoe Adair'],
      ['Then it moved.', 'Zoe Adair'],
      ['a slap in the face for every one of us with a salary.', 'Hugo Lindt'],
      ['We will name it after her,', 'Hugo Lindt'],
      [expect.stringMatching(/^She has asked us/), 'Hugo Lindt'],
    ]);
  });

  it('reads single marks around apostrophes, interrupted by the speaker', () => {
    expect(speech(parse(fixture('mill-strike-no-standfirst.txt')))).toEqual([
      ["It's not what we asked for,", 'Lena Marsh'],
      ["but it's the workers' own decision.", 'Lena Marsh'],
    ]);
  });

  it('reads French guillemets without the spaces that belong to them', () => {
    const story = parse(fixture('boulangerie-fr.txt'), { language: 'fr' });
    expect(story).toMatchObject({
      bylines: ['Camille Roussel'],
      dateline: 'VALMONT (Agence Rivière)',
    });
    expect(speech(story)).toEqual([
      ['Nous avons failli renoncer', 'Lucie Ferrand'],
      ['Le village nous a portés.', 'Lucie Ferrand'],
      ['plus capricieux qu’un chat', 'Lucie Ferrand'],
    ]);
  });

  it('reads German low-high marks and turned guillemets', () => {
    const story = parse(fixture('bruecke-de.txt'), { language: 'de' });
    expect(speech(story).slice(0, 2)).toEqual([
      ['Wir hätten das lieber vermieden', 'Anton Heller'],
      ['Aber die Brücke hat nicht gefragt.', 'Anton Heller'],
    ]);
  });

  it('joins the lines of a wrapped text', () => {
    const story = parse(fixture('wrapped-mail.txt'));
    expect(story.sections[0]?.paragraphs).toHaveLength(3);
    expect(speech(story)).toEqual([
      ['I voted to sell it,', 'Ruth Amble'],
      ['and I was wrong, and the apples told me so every autumn.', 'Ruth Amble'],
    ]);
  });

  it('tells three people of one surname apart', () => {
    expect(speech(parse(fixture('namesakes-interview.txt')))).toEqual([
      ['He measured in inches,', 'Paul Fenwick'],
      ['I measured in centimetres. The boat is an average.', 'Paul Fenwick'],
      ['It floats,', 'Simon Fenwick'],
      ['I was not invited again,', 'Alma Fenwick'],
      ['because I laughed.', 'Alma Fenwick'],
    ]);
  });

  it('keeps a list of short lines as paragraphs and takes a question for a heading', () => {
    expect(headings(parse(fixture('list-and-questions.txt')))).toEqual([null, 'Who May Vote?']);
  });
});

describe('what is no story', () => {
  it.each([
    ['Only a Headline', 'STORY_NO_PARAGRAPHS', 1],
    ['\n\nOnly a Headline\n\nBy Ada Fenwick\n\nShare this article', 'STORY_NO_PARAGRAPHS', 3],
    ['# Headline\n\n## Heading\n\n## Heading', 'STORY_NO_PARAGRAPHS', 1],
    ['Share news\n\n© 2031 The Hallow Courier', 'STORY_EMPTY', undefined],
    [`${'The ferry sailed again on Monday morning. '.repeat(9)}\n\nMore.`, 'STORY_NO_HEADLINE', 1],
  ])('refuses %j with its reason and line', (text, code, line) => {
    const answer = parseStory({ text });
    expect(answer).toMatchObject({ ok: false, code });
    expect(answer.ok ? undefined : answer.line).toBe(line);
  });
});

describe('every story', () => {
  const word = fc.constantFrom(
    'ferry',
    'Fenwick',
    'said',
    '“wait,”',
    '"no"',
    'the',
    'island',
    'Mr.',
    "isn't",
    '«oui»',
    'left.',
    'Ada',
  );
  const paragraph = fc
    .array(word, { minLength: 4, maxLength: 40 })
    .map((words) => `The ${words.join(' ')} end.`);
  const heading = fc.constantFrom('What It Costs', 'Who May Vote?', 'A Long Watch');
  const chrome = fc.constantFrom('Share news', 'Advertisement', 'Related: The pier', '5 min read');

  it('loses and changes no word of any paragraph, whatever of the site stands between', () => {
    const part = fc.record({
      heading: fc.option(heading),
      paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 4 }),
      chrome: fc.option(chrome),
    });
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('\n', '\r\n'),
        (parts, feed) => {
          const body = parts.flatMap((one) =>
            [one.heading, ...one.paragraphs, one.chrome].filter((block) => block !== null),
          );
          const story = parse(['The Headline', ...body].join(feed + feed));
          const kept = [
            ...(story.standfirst === null ? [] : [story.standfirst]),
            ...story.sections.flatMap((section) =>
              section.heading === null
                ? section.paragraphs
                : [section.heading, ...section.paragraphs],
            ),
          ];
          const removed = new Set<string | null>(parts.map((one) => one.chrome));
          expect(kept).toEqual(body.filter((block) => !removed.has(block)));
          for (const quote of story.quotes) {
            const words = story.sections[quote.section]?.paragraphs[quote.paragraph] ?? '';
            expect(words.slice(quote.start, quote.end)).toBe(quote.text);
          }
        },
      ),
    );
  });

  it('names only speakers that are among its people, in every fixture', () => {
    for (const name of readdirSync(FIXTURES)) {
      const story = parse(fixture(name));
      const names = story.people.map((person) => person.name);
      for (const { speaker } of story.quotes) {
        if (speaker !== null) expect(names).toContain(speaker);
      }
    }
  });
});

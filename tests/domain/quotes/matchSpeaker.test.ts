import { describe, expect, it } from 'vitest';

import { findQuotes } from '../../../src/domain/quotes/findQuotes';
import type { QuoteLanguage } from '../../../src/domain/quotes/FoundQuote';
import { CONFIDENT } from '../../../src/domain/quotes/Attribution';
import { matchSpeaker } from '../../../src/domain/quotes/matchSpeaker';
import { findPeople } from '../../../src/domain/story/findPeople';

function read(text: string, language: QuoteLanguage = 'en') {
  const quotes = findQuotes(text, { language });
  const { people, mentions } = findPeople({ text });
  const slice = (span: { start: number; end: number } | null) =>
    span === null ? null : text.slice(span.start, span.end);
  return matchSpeaker({ text, quotes, people, mentions, language }).map((answer) => ({
    ...answer,
    name: answer.speaker === null ? null : (people[answer.speaker]?.name ?? null),
    mention: slice(answer.mention),
    cue: slice(answer.cue),
  }));
}

const INTRODUCTION =
  'Ada Fenwick, the mayor of Port Hallow, met Tom Quill, the harbour master, on Monday.\n\n';
const namesOf = (text: string, language?: QuoteLanguage) =>
  read(INTRODUCTION + text, language).map((answer) => answer.name);

describe('matchSpeaker', () => {
  it.each([
    ['after the words', '“The pier will be back,” Fenwick said.', 'Ada Fenwick'],
    ['after the words, verb first', '“The pier will be back,” said Fenwick.', 'Ada Fenwick'],
    ['after a question', '“Will the pier be back?” Fenwick asked.', 'Ada Fenwick'],
    ['with a verb of any colour', '“The pier will be back,” Fenwick thundered.', 'Ada Fenwick'],
    ['before the words', 'Fenwick told the council, “The pier will be back.”', 'Ada Fenwick'],
    ['before a colon', 'Fenwick was clear: “The pier will be back.”', 'Ada Fenwick'],
    [
      'before part of a sentence',
      'Quill said the pier was “a danger to every boat” nearby.',
      'Tom Quill',
    ],
    ['by according to', 'The pier is “a danger to every boat,” according to Quill.', 'Tom Quill'],
    ['behind an insertion', 'Quill, who rowed there on Friday, said: “It is rotten.”', 'Tom Quill'],
    ['behind a title and a place', 'Quill, 61, of Skerry Lane, said: “It is rotten.”', 'Tom Quill'],
    [
      'with a participle',
      'Fenwick shook her head at Quill, saying “it will be back by May.”',
      'Ada Fenwick',
    ],
    ['with two verbs', 'Quill looked at the mayor and said, “It is rotten.”', 'Tom Quill'],
    ['under a motto', '“The sea always wins.” — Ada Fenwick', 'Ada Fenwick'],
    ['in a transcript', '“QUILL: It is rotten through and through.”', 'Tom Quill'],
  ])('finds the speaker %s', (_where, text, name) => {
    expect(namesOf(text)).toEqual([name]);
  });

  it('gives both parts of interrupted speech to one speaker', () => {
    expect(namesOf('“The pier,” Fenwick said, “will be back.”')).toEqual([
      'Ada Fenwick',
      'Ada Fenwick',
    ]);
  });

  it('lets the same speaker go on in the paragraph and over paragraphs', () => {
    expect(namesOf('“It is rotten,” Quill said. “We rowed around it.”')).toEqual([
      'Tom Quill',
      'Tom Quill',
    ]);
    expect(namesOf('“It is rotten,” Quill said. “We rowed around it.\n\n“Twice.”')).toEqual([
      'Tom Quill',
      'Tom Quill',
      'Tom Quill',
    ]);
  });

  it('keeps two speakers of one sentence apart', () => {
    expect(
      namesOf('Fenwick said it was “a fine old pier” and Quill called it “a heap of rot.”'),
    ).toEqual(['Ada Fenwick', 'Tom Quill']);
  });

  it('keeps the collective inside of what somebody said', () => {
    const text =
      '“Gulls also have to sing,” Fenwick said, while islanders “are really close to a song of their own.”';
    expect(namesOf(text)).toEqual(['Ada Fenwick', 'Ada Fenwick']);
  });

  it('resolves pronouns by gender and descriptions by role', () => {
    expect(namesOf('“It is rotten,” he said.')).toEqual(['Tom Quill']);
    expect(namesOf('“It will be back,” she said.')).toEqual(['Ada Fenwick']);
    expect(namesOf('“It will be back,” the mayor said.')).toEqual(['Ada Fenwick']);
    expect(namesOf('“It is rotten,” the harbour master said.')).toEqual(['Tom Quill']);
  });

  it('names institutions and collectives by their words and guesses at no person behind them', () => {
    const answers = read(`${INTRODUCTION}“We row,” said a spokesman for Hallow Ferries.`);
    expect(answers).toMatchObject([{ name: null, mention: 'a spokesman for Hallow Ferries' }]);
    const islanders = read(`${INTRODUCTION}“We row,” islanders said.`);
    expect(islanders).toMatchObject([{ name: null, mention: 'islanders' }]);
  });

  it('finds nobody where the text names nobody', () => {
    expect(read('“Nobody came.”')).toMatchObject([
      { name: null, mention: null, rule: 'none', confidence: 0 },
    ]);
  });

  it('does not take who was asked for who asks', () => {
    expect(read('Fenwick was asked, “Will the pier be back?”')[0]?.rule).not.toBe('before-beside');
  });

  it('points at the words it went by', () => {
    expect(read(`${INTRODUCTION}“It is rotten,” said Mr. Quill.`)).toMatchObject([
      { mention: 'Mr. Quill', cue: 'said', rule: 'after-inverted' },
    ]);
  });

  it('is confident beside a verb and not where it only follows a neighbour', () => {
    const [beside] = read(`${INTRODUCTION}“It is rotten,” Quill said.`);
    const [far] = read(`${INTRODUCTION}“It is rotten.”`);
    expect(beside?.confidence).toBeGreaterThanOrEqual(CONFIDENT);
    expect(far?.confidence).toBeLessThan(CONFIDENT);
  });

  it.each([
    ['fr', '« Le quai reviendra », a déclaré Ada Fenwick.'],
    ['fr', 'Selon Ada Fenwick, le quai « reviendra avant le mois de mai ».'],
    ['fr', 'Ada Fenwick a affirmé : « Le quai reviendra. »'],
    ['de', '„Der Steg kommt zurück“, sagte Ada Fenwick.'],
    ['de', 'Ada Fenwick erklärte: „Der Steg kommt zurück.“'],
    ['es', '«El muelle volverá», dijo Ada Fenwick.'],
    ['es', 'Ada Fenwick aseguró: «El muelle volverá».'],
  ] as const)('attributes in %s: %s', (language, text) => {
    expect(read(text, language).map((answer) => answer.name)).toEqual(['Ada Fenwick']);
  });
});

import { describe, expect, it } from 'vitest';

import { attributeQuotes } from '../../../src/domain/quotes/attributeQuotes';
import { readQuotations } from '../../../src/domain/quotations/readQuotations';
import type { QuoteLanguage } from '../../../src/domain/quotes/FoundQuote';

const MONEY = 'I took the money from the council';
const ABOVE = 'Ada Quill, the mayor of Port Hallow, met Bruno Marsh, a councillor, on Monday.\n\n';

/** The speech in a text and who speaks. */
function speech(text: string, language: QuoteLanguage = 'en', blocks?: string[]) {
  const whole = ABOVE + text;
  const { quotes } = attributeQuotes({
    text: whole,
    language,
    blocks: blocks?.map((words) => ({
      type: 'quote',
      start: whole.indexOf(words),
      end: whole.indexOf(words) + words.length,
      isBold: false,
    })),
  });
  return quotes
    .filter(({ confidence }) => confidence >= 0.5)
    .map(({ text: words, speaker }) => [words, speaker]);
}

describe('every style of marks', () => {
  it.each([
    ['″…″', `″${MONEY},″ Ada Quill said.`],
    ['<<…>>', `<< ${MONEY} >>, Ada Quill said.`],
    ['＂…＂', `＂${MONEY},＂ Ada Quill said.`],
    ['״…״', `״${MONEY},״ Ada Quill said.`],
    ['”…”', `”${MONEY},” Ada Quill said.`],
    ['„…“', `„${MONEY}“, Ada Quill said.`],
    ['„…”', `„${MONEY}”, Ada Quill said.`],
    ['‚…‘', `‚${MONEY}‘, Ada Quill said.`],
    ['«…»', `«${MONEY}», Ada Quill said.`],
    ['»…«', `»${MONEY}«, Ada Quill said.`],
    ['»…»', `»${MONEY}», Ada Quill said.`],
    ['‹…›', `‹${MONEY}›, Ada Quill said.`],
    ['「…」', `「${MONEY}」, Ada Quill said.`],
    ['『…』', `『${MONEY}』, Ada Quill said.`],
    ['〝…〞', `〝${MONEY}〞, Ada Quill said.`],
    ['‟…”', `‟${MONEY},” Ada Quill said.`],
    ['‘…’', `‘${MONEY},’ Ada Quill said.`],
    ["''…''", `''${MONEY},'' Ada Quill said.`],
  ])('%s', (_style, text) => {
    expect(speech(text).map(([words, name]) => [words?.replace(/,$/, ''), name])).toEqual([
      [MONEY, 'Ada Quill'],
    ]);
  });

  it('finds Japanese speech, which has no spaces', () => {
    expect(
      speech('市長は「私は町の金を受け取りました」と述べた。').map(([words]) => words),
    ).toEqual(['私は町の金を受け取りました']);
  });
});

describe('speech without marks, or with half of them, is offered', () => {
  it.each([
    ['a mark left open', `“${MONEY}, Ada Quill said.`, `${MONEY},`, 'Ada Quill'],
    ['a mark left open behind the verb', `Ada Quill said: “${MONEY}.`, `${MONEY}.`, 'Ada Quill'],
    ['a straight mark left open', `"${MONEY}, said Ada Quill.`, `${MONEY},`, 'Ada Quill'],
    ['a closing mark alone', `${MONEY},” Ada Quill said.`, `${MONEY},`, 'Ada Quill'],
    ['a name and a colon', `Ada Quill: ${MONEY}.`, `${MONEY}.`, 'Ada Quill'],
    ['a surname and a colon', `Quill: ${MONEY}.`, `${MONEY}.`, 'Ada Quill'],
    ['capitals and a colon', `ADA QUILL: ${MONEY}.`, `${MONEY}.`, 'Ada Quill'],
    ['a verb and a colon', `Ada Quill told the court: ${MONEY}.`, `${MONEY}.`, 'Ada Quill'],
    [
      'the paragraph below a colon',
      `Ada Quill told the court:\n\n${MONEY}.`,
      `${MONEY}.`,
      'Ada Quill',
    ],
    ['a dash', `— ${MONEY}, said Ada Quill.`, `${MONEY},`, 'Ada Quill'],
    ['a dash, verb last', `– ${MONEY}, Ada Quill said.`, `${MONEY},`, 'Ada Quill'],
  ])('%s', (_what, text, words, name) => {
    expect(speech(text)).toEqual([[words, name]]);
  });

  it('a block quote', () => {
    const text = `Ada Quill told the court:\n\n${MONEY}.`;
    expect(speech(text, 'en', [`${MONEY}.`])).toEqual([[`${MONEY}.`, 'Ada Quill']]);
    const signed = `The court was quiet.\n\n${MONEY}. — Ada Quill`;
    expect(speech(signed, 'en', [`${MONEY}. — Ada Quill`])).toEqual([[`${MONEY}.`, 'Ada Quill']]);
  });

  it.each([
    [
      'es',
      '—Acepté el dinero del ayuntamiento —dijo Ada Quill—. No lo devolveré.',
      ['Acepté el dinero del ayuntamiento', 'No lo devolveré.'],
    ],
    ['fr', '— J’ai pris l’argent de la ville, dit Ada Quill.', ['J’ai pris l’argent de la ville,']],
    [
      'fr',
      '« J’ai pris l’argent, explique Ada Quill, parce que la ville le voulait. »',
      ['J’ai pris l’argent,', 'parce que la ville le voulait.'],
    ],
    [
      'fr',
      '« J’ai pris l’argent de la ville, a déclaré Ada Quill. Je le garde. »',
      ['J’ai pris l’argent de la ville,', 'Je le garde.'],
    ],
  ] as const)('interrupted speech in %s: %s', (language, text, words) => {
    expect(speech(text, language)).toEqual(words.map((one) => [one, 'Ada Quill']));
  });

  it('an interview of questions and answers', () => {
    const text =
      'Q: Did you take the money?\n\nA: I took it and I would do so again.\n\nQ: Why?\n\nA: Nobody else wanted it.';
    expect(speech(text).map(([words]) => words)).toEqual([
      'I took it and I would do so again.',
      'Nobody else wanted it.',
    ]);
    const named = 'Marsh: Did you take the money?\n\nQuill: I took it and I would do so again.';
    expect(speech(named)).toEqual([
      ['Did you take the money?', 'Bruno Marsh'],
      ['I took it and I would do so again.', 'Ada Quill'],
    ]);
  });

  it('the answers below questions in bold', () => {
    const paragraphs = [
      'Did you take the money?',
      'I took it and I would do so again.',
      'And the bridge?',
      'It will be built in May.',
    ];
    const text = paragraphs.join('\n\n');
    const blocks = paragraphs.map((words, at) => ({
      type: 'paragraph',
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
      isBold: at % 2 === 0,
    }));
    const { quotes } = attributeQuotes({ text, blocks });
    expect(quotes.map((quote) => quote.text)).toEqual([paragraphs[1], paragraphs[3]]);
  });

  it('a sentence in capitals behind a colon', () => {
    expect(speech('Ada Quill has one message: “The Mayor Is A Thief”.')[0]?.[0]).toBe(
      'The Mayor Is A Thief',
    );
  });
});

describe('what is no speech is not offered', () => {
  it.each([
    'Her latest book: “The Mayor Is A Thief”.',
    'A banner read “Save our old harbour now”.',
    'The sign on the gate said “Closed until further notice”.',
    'They carried placards saying “Hands off our library”.',
    'The company calls its ferry “the quiet way to cross”.',
    'It is sold as “The Harbour Experience Plus”.',
    'The “experts” had never seen a boat.',
    'She watched “Notes from the Roof” at home.',
    'Update: The bridge is closed until Monday.',
    'Photo: Ada Quill at the harbour in May.',
    'What we know: The bridge was built in 1906.',
    'Port Hallow: The bridge is closed until Monday.',
    'Three things are needed: A bridge, a gate and a boat.',
    '— Ada Quill, mayor of Port Hallow',
    'The vote – the third in a year – was close.',
    'The pole is 6″ long and 2″ wide.',
    'The bridge opens at 9: The mayor will be there.',
    'Ada Quill has three aims: to build, to mend and to sell.',
    'Bruno Marsh: 12 votes. Ada Quill: 14 votes.',
  ])('%s', (text) => {
    expect(speech(text)).toEqual([]);
  });
});

describe('a clear speaker', () => {
  const read = (text: string) =>
    readQuotations({
      above: null,
      sections: [text],
      people: [{ id: 'ada', name: 'Ada Quill', aliases: ['Quill'] }],
      language: 'en',
    })[0]?.map(({ speaker }) => speaker);

  it.each([
    '“We waited for years,” she said.',
    'Ada Quill came. “We waited for years,” she said.',
    '“We waited for years,” they said.',
  ])('is no pronoun: %s', (text) => {
    expect(read(text)).toMatchObject([{ isConfident: false }]);
  });

  it.each([
    '“We waited for years,” Odile Farr, of Port Hallow, said.',
    'Odile Farr, of Port Hallow, said: “We waited for years.”',
    '“We waited for years,” said Odile Farr, of Port Hallow.',
  ])('is a name with a place: %s', (text) => {
    expect(read(text)).toMatchObject([{ name: 'Odile Farr', isConfident: true }]);
  });
});

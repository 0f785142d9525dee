import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { attributeQuotes } from '../../../src/domain/quotes/attributeQuotes';
import { bodyOf, findingsOf, stoppedBy, struck, type Planted } from './plantedNewsroom';

const MONEY = 'I took the money from the council';
const NOTHING = ['The bridge will be built in May.'];
/** The record stands in the text, so that nothing else is found. */
const SAID = '“The bridge will be built in May,” Ada Quill said.';
const with_ = (...paragraphs: string[]) => [SAID, ...paragraphs];

const quoteBlock = (text: string) => ({
  type: 'quote',
  version: 1,
  children: [{ type: 'text', version: 1, text, format: 0 }],
});
const paragraph = (text: string) => ({ ...quoteBlock(text), type: 'paragraph' });
const list = (text: string) => ({
  type: 'list',
  version: 1,
  children: [{ ...quoteBlock(text), type: 'listitem' }],
});

describe('planted quotations are stopped', () => {
  it.each<[string, Planted]>([
    [
      'a lost “not”',
      { records: ['I do not support the plan'], text: '“I do support the plan,” Ada Quill said.' },
    ],
    [
      'digits exchanged',
      {
        records: ['We lost 15 percent of our members'],
        text: '“We lost 51 percent of our members,” Ada Quill said.',
      },
    ],
    [
      'a lost letter',
      {
        records: ['I never said that to the council'],
        text: '“I ever said that to the council,” Ada Quill said.',
      },
    ],
    ['another speaker', { records: [MONEY], text: `“${MONEY},” Bruno Marsh said.` }],
    ['a rival', { records: [MONEY], text: `“${MONEY},” a rival said.` }],
    [
      'a Cyrillic letter',
      {
        records: ['I will not resign from the council'],
        text: '“I will nоw resign from the council,” Ada Quill said.',
      },
    ],
    [
      'a word struck through',
      {
        records: ['I do not support the plan'],
        text: struck('“I do ~~not~~ support the plan,” Ada Quill said.'),
      },
    ],
    [
      'a headline',
      { records: NOTHING, text: SAID, article: { headline: `“${MONEY},” says Ada Quill` } },
    ],
    [
      'a headline with single marks',
      { records: NOTHING, text: SAID, article: { headline: `‘${MONEY}’, says Ada Quill` } },
    ],
    [
      'a headline in capitals',
      {
        records: NOTHING,
        text: SAID,
        article: { headline: '“I Took the Money From the Council,” Says Quill' },
      },
    ],
    [
      'a headline without marks',
      { records: NOTHING, text: SAID, article: { headline: `Ada Quill: ${MONEY}` } },
    ],
    ['a web headline', { records: NOTHING, text: SAID, article: { webHeadline: `“${MONEY}”` } }],
    [
      'a social headline',
      { records: NOTHING, text: SAID, article: { socialHeadline: `Quill: “${MONEY}”` } },
    ],
    [
      'a standfirst',
      {
        records: NOTHING,
        text: SAID,
        article: { standfirst: `Mayor Ada Quill said: “${MONEY}.”` },
      },
    ],
    [
      'an SEO title',
      { records: NOTHING, text: SAID, article: { seoTitle: `“${MONEY},” says Ada Quill` } },
    ],
    [
      'an SEO description',
      {
        records: NOTHING,
        text: SAID,
        article: { seoDescription: `Ada Quill told us: “${MONEY}.”` },
      },
    ],
    [
      'a caption of the lead image',
      {
        records: NOTHING,
        text: SAID,
        article: { leadImage: 'm1', leadImageCaption: `Ada Quill: “${MONEY}.”` },
      },
    ],
    [
      'a caption on the image',
      {
        records: NOTHING,
        text: SAID,
        article: { leadImage: 'm1' },
        media: [{ id: 'm1', caption: `“${MONEY},” Ada Quill said.` }],
      },
    ],
    [
      'an alternative text',
      {
        records: NOTHING,
        text: SAID,
        article: { leadImage: 'm1' },
        media: [{ id: 'm1', alt: `Ada Quill says “${MONEY}.”` }],
      },
    ],
    ['a heading', { records: NOTHING, text: SAID, heading: `“${MONEY}”` }],
    [
      'a note of a correction',
      {
        records: NOTHING,
        text: SAID,
        article: { change: { kind: 'correction', note: `Ada Quill said: “${MONEY}.”` } },
      },
    ],
    [
      'an embed',
      {
        records: NOTHING,
        text: bodyOf(paragraph(SAID), {
          type: 'block',
          version: 1,
          fields: {
            blockType: 'embed',
            url: 'https://example.org',
            caption: `“${MONEY},” Ada Quill says.`,
          },
        }),
      },
    ],
    [
      'a headline that gives words to another',
      {
        records: NOTHING,
        text: SAID,
        article: { headline: '“The bridge will be built in May,” says Bruno Marsh' },
      },
    ],
    [
      'a headline that shortens to the opposite',
      {
        records: [`I would be lying if I said ${MONEY}`],
        text: `“I would be lying if I said ${MONEY},” Ada Quill said.`,
        article: { headline: `“${MONEY},” says Ada Quill` },
      },
    ],
    [
      'a list',
      { records: NOTHING, text: bodyOf(paragraph(SAID), list(`“${MONEY},” Ada Quill said.`)) },
    ],
    [
      'capitals behind a colon',
      { records: NOTHING, text: with_('Ada Quill has one message: “The Mayor Is A Thief”.') },
    ],
    [
      'a block quote',
      {
        records: NOTHING,
        text: bodyOf(
          paragraph(SAID),
          paragraph('Ada Quill told the court:'),
          quoteBlock(`${MONEY}.`),
        ),
      },
    ],
    ['a name and a colon', { records: NOTHING, text: with_(`Ada Quill: ${MONEY}.`) }],
    [
      'French marks',
      {
        records: NOTHING,
        text: with_('« J’ai pris l’argent de la ville », a déclaré Ada Quill.'),
        language: 'fr',
      },
    ],
    [
      'French marks in an English text',
      { records: NOTHING, text: with_('« J’ai pris l’argent de la ville », a déclaré Ada Quill.') },
    ],
    ['double primes', { records: NOTHING, text: with_(`″${MONEY},″ Ada Quill said.`) }],
    [
      'an elision',
      { records: ['I do not support it at all'], text: '“I … support it at all,” Ada Quill said.' },
    ],
    [
      'a bracket',
      {
        records: ['I will support the plan'],
        text: '“I will [not] support the plan,” Ada Quill said.',
      },
    ],
    [
      'a clause that takes it back',
      { records: [`I would be lying if I said ${MONEY}`], text: `“${MONEY},” Ada Quill said.` },
    ],
    [
      'two records in one',
      {
        records: ['I like the idea of a new bridge', 'We shall sell the library to the bank'],
        text: '“I like the idea of a new bridge … to the bank,” Ada Quill said.',
      },
    ],
    ['no closing mark', { records: NOTHING, text: with_(`“${MONEY}, Ada Quill said.`) }],
    [
      'an indirect record',
      {
        records: [{ text: 'I do not support the plan', kind: 'indirect' }],
        text: '“I do support the plan,” Ada Quill said.',
      },
    ],
  ])('%s', (_what, planted) => {
    expect(stoppedBy(planted)).not.toEqual([]);
  });
});

describe('true quotations pass', () => {
  const TRUE = 'He said that the gate will be open to all, as we had hoped, from May.';
  it.each<[string, Planted]>([
    ['the same words', { records: [MONEY], text: `“${MONEY},” Ada Quill said.` }],
    [
      'another capital',
      {
        records: [MONEY],
        text: `It was late when Ada Quill said “i took the money from the council.”`,
      },
    ],
    ['marks of another style', { records: [MONEY], text: `«${MONEY}», Ada Quill said.` }],
    [
      'typewriter marks',
      { records: ['We don’t know — yet.'], text: `"We don't know - yet," Ada Quill said.` },
    ],
    [
      'a name in brackets',
      {
        records: [TRUE],
        text: '“[The mayor] said that the gate will be open to all, as we had hoped, from May,” Ada Quill said.',
      },
    ],
    [
      'an aside left out',
      {
        records: [TRUE],
        text: '“He said that the gate will be open to all … from May,” Ada Quill said.',
      },
    ],
    [
      'interrupted speech',
      {
        records: ['The lamp was never out, and the keeper never slept.'],
        text: '“The lamp was never out,” Ada Quill said, “and the keeper never slept.”',
      },
    ],
    ['a scare quote', { records: [], text: 'The “experts” had never seen a boat.' }],
    [
      'the title of a book',
      { records: [], text: 'She wrote the book “The Mayor Is A Thief” in May.' },
    ],
    [
      'a programme',
      {
        records: [],
        text: 'She spoke on “Face the Harbour with Bruno Quay,” which aired on Sunday.',
      },
    ],
    [
      'a slogan on a banner',
      { records: [], text: 'A banner over the gate read “Save our old harbour now”.' },
    ],
    ['placards', { records: [], text: 'They carried placards saying “Hands off our library”.' }],
    [
      'a product',
      { records: [], text: 'The company calls its new ferry “the quiet way to cross”.' },
    ],
    ['a so-called', { records: [], text: 'The so-called “night ferry” sails at noon.' }],
    [
      'a part in the headline',
      {
        records: [MONEY],
        text: `“${MONEY},” Ada Quill said.`,
        article: { headline: 'Quill: “I took the money”' },
      },
    ],
    [
      'capitals in the headline',
      {
        records: [MONEY],
        text: `“${MONEY},” Ada Quill said.`,
        article: { headline: '‘I Took the Money From the Council,’ Says Quill' },
      },
    ],
    [
      'one word in the headline',
      {
        records: [MONEY],
        text: `“${MONEY},” Ada Quill said.`,
        article: { headline: 'Mayor ‘sorry’ for the bridge' },
      },
    ],
    [
      'the whole in a caption',
      {
        records: [MONEY],
        text: `“${MONEY},” Ada Quill said.`,
        article: { leadImage: 'm1', leadImageCaption: `Ada Quill: “${MONEY}.”` },
      },
    ],
    [
      'a banner in an alternative text',
      {
        records: [],
        text: 'Nobody spoke.',
        article: { leadImage: 'm1' },
        media: [{ id: 'm1', alt: 'A banner that reads “Save our old harbour now”.' }],
      },
    ],
    [
      'a note that puts words right',
      {
        records: [MONEY],
        text: `“${MONEY},” Ada Quill said.`,
        article: {
          change: {
            kind: 'correction',
            note: 'An earlier version misquoted Ada Quill as saying “I took all the money of the town”.',
          },
        },
      },
    ],
    ['words of the speaker’s role', { records: [MONEY], text: `“${MONEY},” the mayor said.` }],
    [
      'two languages',
      {
        records: [{ text: 'J’ai pris l’argent de la ville', language: 'fr' }],
        text: '« J’ai pris l’argent de la ville », a déclaré Ada Quill.',
        language: 'fr',
      },
    ],
    [
      'German',
      {
        records: ['Ich habe das Geld genommen'],
        text: '„Ich habe das Geld genommen“, sagte Ada Quill.',
        language: 'de',
      },
    ],
    [
      'quotations within quotations',
      {
        records: ['She told me, “Row faster,” and I did.'],
        text: '“She told me, ‘Row faster,’ and I did,” Ada Quill said.',
      },
    ],
    [
      'two paragraphs',
      {
        records: ['The first night was long.', 'The second was longer.'],
        text: ['“The first night was long.', '“The second was longer,” Ada Quill said.'],
      },
    ],
  ])('%s', (_what, planted) => {
    expect(findingsOf(planted).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('the source article’s, once they are recorded', () => {
    const text = readFileSync(
      new URL('../../../seed/articles/nato-chief-russia-ukraine.txt', import.meta.url),
      'utf8',
    );
    const rutte = { id: 'ada', name: 'Mark Rutte', aliases: ['Rutte'] };
    const { quotes } = attributeQuotes({ text, knownPeople: [rutte] });
    const records = quotes.flatMap(({ text: words, confidence }) =>
      confidence >= 0.5 ? [{ text: words }] : [],
    );
    const stopped = findingsOf({
      records,
      text: text.split('\n\n'),
      people: [{ ...rutte, roles: [] }],
    });
    expect(stopped.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

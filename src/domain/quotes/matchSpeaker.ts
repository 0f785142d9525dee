import type { FoundPerson, PersonMention } from '../story/findPeople';
import { cuesOf } from './cueWords';
import { decideSpeaker, sentenceStart } from './decideSpeaker';
import type { SentenceRule } from './decideSpeaker';
import { endsSentence, isPronoun, mainSubject } from './findSubject';
import type { Clause, TokenSpan } from './findSubject';
import type { FoundQuote, QuoteLanguage } from './FoundQuote';
import { readTokens } from './readTokens';
import { resolveMention } from './resolveMention';
import type { TextSpan } from './TextSpan';

/** Who said the words of one quotation, and what in the text says so. */
export interface Attribution {
  /** Index into the `people` given, or null where the text names nobody of them. */
  speaker: number | null;
  /** The words that name the speaker ("Rutte", "she", "a spokesman for the port"), or null. */
  mention: TextSpan | null;
  /** The word that says that somebody speaks ("said"), or null. */
  cue: TextSpan | null;
  /** Which rule decided. */
  rule: AttributionRule;
  /** 0 to 1: how sure it is that the mention names the one who spoke. */
  confidence: number;
}

export type AttributionRule =
  | SentenceRule
  | 'label'
  | 'continued'
  | 'same-paragraph'
  | 'previous-sentence'
  | 'previous-paragraph'
  | 'none';

/** From here on a speaker may be filled in without asking: right 97 times in a hundred. */
export const CONFIDENT = 0.93;

/**
 * How often each rule is right, measured on news text (bench/quotes.ts): where a person or a pronoun
 * is named, and where the mention is anything else. The last four pass on what a neighbour has.
 */
const CONFIDENCE: Record<AttributionRule, { somebody: number; something: number }> = {
  after: { somebody: 0.97, something: 0.96 },
  'after-inverted': { somebody: 0.97, something: 0.96 },
  'after-later': { somebody: 0.96, something: 0.85 },
  dash: { somebody: 0.98, something: 0.95 },
  label: { somebody: 0.8, something: 0.7 },
  colon: { somebody: 0.6, something: 0.5 },
  'according-to': { somebody: 0.92, something: 0.92 },
  'before-beside': { somebody: 0.94, something: 0.82 },
  before: { somebody: 0.91, something: 0.75 },
  participle: { somebody: 0.85, something: 0.75 },
  sentence: { somebody: 0.45, something: 0.3 },
  'previous-sentence': { somebody: 0.6, something: 0.5 },
  continued: { somebody: 0.75, something: 0.75 },
  'same-paragraph': { somebody: 0.985, something: 0.985 },
  'previous-paragraph': { somebody: 0.6, something: 0.55 },
  none: { somebody: 0, something: 0 },
};

interface Decision {
  rule: AttributionRule;
  span: TokenSpan;
  cue: number | null;
}

interface Paragraph extends Clause {
  from: number;
  to: number;
}

/**
 * Says for each quotation who spoke. `quotes` are those of findQuotes on the same text, `people` and
 * `mentions` those of findPeople; the answer has one attribution for each quotation, in order.
 * Where the text names nobody, the mention is null: no speaker rather than a guess.
 */
export function matchSpeaker(options: {
  text: string;
  quotes: FoundQuote[];
  people: FoundPerson[];
  mentions: PersonMention[];
  language?: QuoteLanguage;
}): Attribution[] {
  const { text, quotes, people, mentions, language = 'en' } = options;
  const answers: Attribution[] = quotes.map(() => NOBODY);
  let previous: Attribution | null = null;
  let previousParagraph: Paragraph | null = null;
  for (const paragraph of readParagraphs({ text, quotes, mentions, language })) {
    const indexes = paragraph.tokens
      .filter((token) => token.kind === 'quote')
      .map((token) => token.quote);
    for (const index of indexes) {
      const quote = quotes[index];
      if (quote === undefined) continue;
      const before = quotes[index - 1];
      const at = paragraph.tokens.findIndex((token) => token.quote === index);
      const decision = decideSpeaker(paragraph, at);
      let answer = NOBODY;
      const label = /^(\p{Lu}[\p{Lu}.'’ -]{2,40}):\s/u.exec(quote.text)?.[1];
      if (label !== undefined) {
        answer = labelled({ quote, label, people });
      } else if (decision !== null && decision.rule !== 'sentence') {
        answer = toAttribution({ decision, paragraph, people, mentions, quote, text });
      } else if (before?.isContinued === true && previous !== null) {
        answer = {
          ...previous,
          rule: 'continued',
          confidence: previous.confidence * CONFIDENCE.continued.somebody,
        };
      } else if (decision !== null) {
        answer = toAttribution({ decision, paragraph, people, mentions, quote, text });
      }
      answers[index] = answer;
      if (answer.mention !== null) previous = answer;
    }
    fillFromNeighbours({
      paragraph,
      indexes,
      answers,
      previousParagraph,
      quotes,
      people,
      mentions,
      text,
    });
    const last = indexes
      .map((index) => answers[index])
      .findLast((answer) => answer?.mention !== null);
    if (last !== undefined) previous = last;
    previousParagraph = paragraph;
  }
  return answers;
}

const NOBODY: Attribution = {
  speaker: null,
  mention: null,
  cue: null,
  rule: 'none',
  confidence: 0,
};

function readParagraphs(options: {
  text: string;
  quotes: FoundQuote[];
  mentions: PersonMention[];
  language: QuoteLanguage;
}): Paragraph[] {
  const { text, quotes, mentions, language } = options;
  const paragraphs: Paragraph[] = [];
  let from = 0;
  let mention = 0;
  for (const line of text.split('\n')) {
    const to = from + line.length;
    if (line.trim() !== '') {
      const tokens = readTokens({ text, from, to, quotes });
      const mentionAt = new Int32Array(tokens.length).fill(-1);
      for (const [index, token] of tokens.entries()) {
        while ((mentions[mention]?.end ?? Infinity) <= token.start) mention += 1;
        if (token.kind === 'word' && (mentions[mention]?.start ?? Infinity) <= token.start) {
          mentionAt[index] = mention;
        }
      }
      paragraphs.push({ tokens, mentionAt, cues: cuesOf(language), from, to });
    }
    from = to + 1;
  }
  return paragraphs;
}

/** "QUILL: I was there.": a transcript names the speaker inside of the marks. */
function labelled(options: {
  quote: FoundQuote;
  label: string;
  people: FoundPerson[];
}): Attribution {
  const { quote, label, people } = options;
  const speaker = people.findIndex((person) =>
    ` ${person.name.toUpperCase()}`.endsWith(` ${label.toUpperCase()}`),
  );
  const mention = { start: quote.start, end: quote.start + label.length };
  return {
    speaker: speaker === -1 ? null : speaker,
    mention,
    cue: null,
    rule: 'label',
    confidence: CONFIDENCE.label.somebody,
  };
}

/** Quotations without a cue of their own belong to who speaks next to them. */
function fillFromNeighbours(options: {
  paragraph: Paragraph;
  indexes: number[];
  answers: Attribution[];
  previousParagraph: Paragraph | null;
  quotes: FoundQuote[];
  people: FoundPerson[];
  mentions: PersonMention[];
  text: string;
}): void {
  const { paragraph, indexes, answers, previousParagraph, quotes, people, mentions, text } =
    options;
  for (const [position, index] of indexes.entries()) {
    if (answers[index]?.mention !== null) continue;
    const left = answers[indexes[position - 1] ?? -1];
    const right = indexes
      .slice(position + 1)
      .map((other) => answers[other])
      .find((other) => other?.mention !== null);
    const neighbour = left !== undefined && left.mention !== null ? left : right;
    if (neighbour !== undefined) {
      answers[index] = {
        ...neighbour,
        rule: 'same-paragraph',
        confidence: neighbour.confidence * CONFIDENCE['same-paragraph'].somebody,
      };
      continue;
    }
    const at = paragraph.tokens.findIndex((token) => token.quote === index);
    const quote = quotes[index];
    if (quote === undefined) continue;
    const decision: Decision | null =
      at > 0 ? earlierSubject(paragraph, at, 'previous-sentence') : null;
    if (decision !== null) {
      answers[index] = toAttribution({ decision, paragraph, people, mentions, quote, text });
      continue;
    }
    const earlier =
      at === 0 ? answers.slice(0, index).findLast((answer) => answer.mention !== null) : undefined;
    const lastParagraph = previousParagraph;
    if (lastParagraph === null) continue;
    const hasQuote = lastParagraph.tokens.some((token) => token.kind === 'quote');
    if (hasQuote && earlier !== undefined) {
      answers[index] = {
        ...earlier,
        rule: 'previous-paragraph',
        confidence: earlier.confidence * CONFIDENCE['previous-paragraph'].somebody,
      };
      continue;
    }
    const above = earlierSubject(lastParagraph, lastParagraph.tokens.length, 'previous-paragraph');
    if (above !== null) {
      answers[index] = toAttribution({
        decision: above,
        paragraph: lastParagraph,
        people,
        mentions,
        quote,
        text,
      });
    }
  }
}

/** The subject of the sentence that ends before `at`. */
function earlierSubject(paragraph: Paragraph, at: number, rule: AttributionRule): Decision | null {
  const last = endsSentence(paragraph.tokens[at - 1]) ? at - 1 : at;
  const start = sentenceStart(paragraph, last);
  const span = mainSubject(paragraph, start, last);
  return span === null ? null : { rule, span, cue: null };
}

function toAttribution(options: {
  decision: Decision;
  paragraph: Paragraph;
  people: FoundPerson[];
  mentions: PersonMention[];
  quote: FoundQuote;
  text: string;
}): Attribution {
  const { decision, paragraph, people, mentions, text } = options;
  const { tokens, mentionAt, cues } = paragraph;
  const { span, rule, cue } = decision;
  const mention = {
    start: tokens[span.from]?.start ?? 0,
    end: tokens[span.to - 1]?.end ?? 0,
  };
  const named = mentionIn(mentionAt, span);
  const pronoun = tokens[span.from];
  const speaker =
    named !== -1
      ? (mentions[named]?.person ?? null)
      : resolveMention({
          text,
          mention,
          gender: isPronoun(pronoun, cues)
            ? (cues.pronouns.get(pronoun?.lower ?? '') ?? null)
            : null,
          isPronoun: isPronoun(pronoun, cues),
          people,
          mentions,
        });
  const isSomebody = named !== -1 || isPronoun(pronoun, cues);
  const cueToken = cue === null ? undefined : tokens[cue];
  return {
    speaker,
    mention,
    cue: cueToken === undefined ? null : { start: cueToken.start, end: cueToken.end },
    rule,
    confidence: CONFIDENCE[rule][isSomebody ? 'somebody' : 'something'],
  };
}

/** The person named in a span: the last one, as in "the harbour master, Ada Fenwick". */
function mentionIn(mentionAt: Int32Array, span: TokenSpan): number {
  for (let at = span.to - 1; at >= span.from; at -= 1) {
    const mention = mentionAt[at] ?? -1;
    if (mention !== -1) return mention;
  }
  return -1;
}

import type { FoundPerson, PersonMention } from '../story/findPeople';
import { cuesOf } from './cueWords';
import type { FoundQuote, QuoteLanguage } from './FoundQuote';
import type { TextSpan } from './TextSpan';

/** What the newsroom's editor knows of a paragraph and its plain text does not show. */
export interface TextBlock extends TextSpan {
  /** "quote" for a block quote. */
  type: string;
  isBold: boolean;
}

interface Scene {
  text: string;
  language: QuoteLanguage;
  people: readonly FoundPerson[];
  mentions: readonly PersonMention[];
  /** The text has a paragraph that is labelled as a question. */
  isInterview: boolean;
}

interface Line extends TextSpan {
  words: string;
  block: TextBlock | null;
  /** Stands below a question in bold: an answer. */
  isAnswer: boolean;
  above: Line | null;
}

/** Speech found in a paragraph, and where its speaker is named, if that is outside of a sentence. */
interface Unmarked extends TextSpan {
  speakerAt: TextSpan | null;
}

/** Offered and never sure: nothing in the text says where the words begin and end. */
const OFFERED = 0.6;
const FEWEST_WORDS = 4;
/** A paragraph of which marked speech is this share needs no other reading. */
const MOSTLY = 0.5;
/** Answers that follow a question in bold; what comes after the last one is the writer's again. */
const MOST_ANSWERS = 3;

const FIRST_PERSON =
  /(?<!\p{L})(I|I['’](?:m|ve|ll|d)|we|my|our|me|us|ich|wir|mein\w*|unser\w*|mir|mich|uns|je|j['’]\p{L}+|nous|mon|notre|yo|nosotros|mi|nuestr[oa]s?)(?!\p{L})/iu;
const DASH = /^\s*(?:[—–―]|--)\s*(?=[\p{L}¿¡…])/u;
const NAME_ALONE = /^\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,4}(?:,[^.!?]*)?$/u;
const LABEL = /^\s*(\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,4})\s*:\s+(?=\S)/u;
const QUESTION_LABEL = /^\s*(?:Q|Question|F|Frage|P|Pregunta)\s*[:.]\s+\S/mu;
const ANSWER_LABEL = /^\s*(?:A|Answer|Antwort|R|Réponse|Respuesta)\s*[:.]\s+(?=\S)/u;
const SIGNATURE = /\s*[—–―-]\s*(\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,4})(?:,[^.!?]*)?$/u;
/** In these a paragraph that begins with a dash is speech. */
const DASH_IS_SPEECH: readonly QuoteLanguage[] = ['fr', 'es'];

/**
 * Finds speech that no marks show, to be offered: block quotes, paragraphs that begin with a dash, a
 * name and a colon, what follows "told the court:", and the answers of an interview. `quotes` are
 * those of findQuotes on the same text; the answer is these and the others in order, marks inside of
 * unmarked speech being its nested quotations.
 */
export function findUnmarked(options: {
  text: string;
  language: QuoteLanguage;
  blocks: readonly TextBlock[];
  people: readonly FoundPerson[];
  mentions: readonly PersonMention[];
  quotes: readonly FoundQuote[];
}): FoundQuote[] {
  const { text, blocks, quotes } = options;
  const scene: Scene = { ...options, isInterview: QUESTION_LABEL.test(text) };
  const found: FoundQuote[] = [];
  let next = 0;
  for (const line of linesOf(text, blocks)) {
    const from = next;
    while ((quotes[next]?.outerStart ?? Infinity) < line.end) next += 1;
    const marked = quotes.slice(from, next);
    const speech = marked.filter((quote) => quote.nature === 'speech');
    const shown = speech.reduce((sum, quote) => sum + quote.outerEnd - quote.outerStart, 0);
    const isRead =
      line.block?.type === 'quote' ? shown > MOSTLY * line.words.length : speech.length > 0;
    const unmarked = isRead ? [] : unmarkedIn(scene, line);
    const outside = marked.filter(
      (quote) =>
        !unmarked.some((span) => quote.outerStart < span.end && span.start < quote.outerEnd),
    );
    found.push(
      ...[
        ...outside,
        ...unmarked.map((span) =>
          offered(
            text,
            span,
            marked.filter((quote) => !outside.includes(quote)),
          ),
        ),
      ].sort((a, b) => a.outerStart - b.outerStart),
    );
  }
  return found;
}

/** Whether a text can hold any speech at all: most saves are of text without a mark, a colon or a dash. */
export function mayHoldSpeech(text: string, blocks: readonly TextBlock[]): boolean {
  return (
    /["“”„‟«»‹›「『〝＂״″❝]|''|``|<<|(?:^|[\s(—–-])['‘‚]|:\s|^\s*(?:[—–―]|--)/m.test(text) ||
    blocks.some(({ type, isBold }) => type === 'quote' || isBold)
  );
}

function offered(text: string, span: Unmarked, nested: FoundQuote[]): FoundQuote {
  const { start, end, speakerAt } = span;
  return {
    start,
    end,
    outerStart: start,
    outerEnd: end,
    text: text.slice(start, end),
    kind: 'direct',
    nature: 'speech',
    confidence: OFFERED,
    isContinued: false,
    speakerAt,
    nested: nested.filter((quote) => quote.outerStart >= start && quote.outerEnd <= end),
  };
}

function linesOf(text: string, blocks: readonly TextBlock[]): Line[] {
  const lines: Line[] = [];
  let from = 0;
  let block = 0;
  for (const words of text.split('\n')) {
    const end = from + words.length;
    if (words.trim() !== '') {
      while ((blocks[block]?.end ?? Infinity) <= from) block += 1;
      const own = blocks[block];
      const isInside = own !== undefined && own.start <= from;
      const above = lines.at(-1) ?? null;
      lines.push({ start: from, end, words, block: isInside ? own : null, isAnswer: false, above });
    }
    from = end + 1;
  }
  const questions = lines.filter(isBoldQuestion);
  if (questions.length < 2) return lines;
  let open = 0;
  for (const line of lines) {
    if (isBoldQuestion(line)) open = line === questions.at(-1) ? MOST_ANSWERS : Infinity;
    else if (open > 0) {
      line.isAnswer = line.block?.type === 'paragraph' && !line.block.isBold;
      open -= 1;
    }
  }
  return lines;
}

function isBoldQuestion({ block, words }: Line): boolean {
  return block?.isBold === true && /\?\s*$/.test(words);
}

function unmarkedIn(scene: Scene, line: Line): Unmarked[] {
  if (line.block?.type === 'heading') return [];
  if (line.block?.type === 'quote') return [blockQuote(line)];
  return (
    dashSpeech(scene, line) ??
    labelled(scene, line) ??
    behindColon(scene, line) ??
    (line.isAnswer || isBelowColon(scene, line) ? [within(line, 0)] : [])
  );
}

/** The words of a line from an offset on, without the spaces around them. */
function within(line: Line, from: number, to = line.words.length): Unmarked {
  const words = line.words.slice(from, to);
  const start = line.start + from + (words.length - words.trimStart().length);
  return { start, end: start + words.trim().length, speakerAt: null };
}

function blockQuote(line: Line): Unmarked {
  const signature = SIGNATURE.exec(line.words);
  if (!signature) return within(line, 0);
  const name = line.start + signature.index + signature[0].indexOf(signature[1] ?? '');
  return {
    ...within(line, 0, signature.index),
    speakerAt: { start: name, end: name + (signature[1]?.length ?? 0) },
  };
}

/** "— I stay, said Ada Quill." and "—Me quedo —dijo Ada Quill—. No me voy."; null for no such line. */
function dashSpeech({ language }: Scene, line: Line): Unmarked[] | null {
  const opening = DASH.exec(line.words)?.[0].length;
  if (opening === undefined) return null;
  const rest = line.words.slice(opening);
  if (NAME_ALONE.test(rest.trim())) return [];
  const { following } = cuesOf(language);
  // Polish and Russian open with the shorter one.
  const pieces = rest.split(line.words.trimStart().startsWith('–') ? '–' : '—');
  if (pieces.length > 1 && following.test(pieces[1]?.trim() ?? '')) {
    let at = opening;
    const spans = pieces.flatMap((piece, index) => {
      const from = at + (index > 0 ? (/^[\s.,;:]*/.exec(piece)?.[0].length ?? 0) : 0);
      const to = at + piece.length;
      at = to + 1;
      return index % 2 === 0 && piece.trim() !== '' && from < to ? [within(line, from, to)] : [];
    });
    return spans.filter(({ start, end }) => end > start);
  }
  const end = speechEnd(rest, language);
  if (end !== null) return [within(line, opening, opening + end)];
  return DASH_IS_SPEECH.includes(language) && /[.!?…]\s*$/.test(rest)
    ? [within(line, opening)]
    : [];
}

/** Where speech ends that a speech verb follows: "I stay, | said Ada Quill." Null for nowhere. */
export function speechEnd(text: string, language: QuoteLanguage): number | null {
  const { following } = cuesOf(language);
  for (const { index } of text.matchAll(/[,!?.](?=\s)/g)) {
    if (following.test(text.slice(index + 1, index + 80))) return index + 1;
  }
  return null;
}

/** "Ada Quill: I stay." and "A: I stay." */
function labelled(scene: Scene, line: Line): Unmarked[] | null {
  const answer = scene.isInterview ? ANSWER_LABEL.exec(line.words) : null;
  if (answer) return [within(line, answer[0].length)];
  const label = LABEL.exec(line.words);
  if (!label) return null;
  const from = line.start + label[0].indexOf(label[1] ?? '');
  const speakerAt = { start: from, end: from + (label[1]?.length ?? 0) };
  const words = line.words.slice(label[0].length);
  if (!isSomebody(scene, speakerAt) || !isSaid(words)) return null;
  return [{ ...within(line, label[0].length), speakerAt }];
}

function isSomebody({ text, people, mentions }: Scene, { start, end }: TextSpan): boolean {
  const label = text.slice(start, end);
  const isCapitals = label.length > 2 && label === label.toUpperCase();
  return (
    mentions.some((mention) => mention.start <= end && mention.end === end) ||
    (isCapitals && people.some(({ name }) => ` ${name.toUpperCase()}`.endsWith(` ${label}`)))
  );
}

/** Sentences, and not an entry of a list: "Ada Quill: mayor", "Ada Quill: 12 votes". */
function isSaid(words: string): boolean {
  const count = words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const isSentence = /^[\p{Lu}¿¡…]/u.test(words) && /[.!?…]["”’»]?\s*$/.test(words);
  if (count < FEWEST_WORDS || /^\p{Ll}/u.test(words)) return false;
  return FIRST_PERSON.test(words) || (isSentence && (count > FEWEST_WORDS || /\?\s*$/.test(words)));
}

/** "Ada Quill told the court: I stay." */
function behindColon(scene: Scene, line: Line): Unmarked[] | null {
  const colon = /:\s+(?=\p{Lu})/u.exec(line.words);
  if (!colon) return null;
  const words = line.words.slice(colon.index + colon[0].length);
  if (!saysSomebody(scene, line, colon.index) || !isSaid(words) || !FIRST_PERSON.test(words)) {
    return null;
  }
  return [within(line, colon.index + 1)];
}

function isBelowColon(scene: Scene, line: Line): boolean {
  const { above } = line;
  const isOpen = above !== null && /:\s*$/.test(above.words);
  return isOpen && isSaid(line.words) && FIRST_PERSON.test(line.words)
    ? saysSomebody(scene, above, above.words.length)
    : false;
}

/** Whether the sentence that ends before an offset of a line says of a person that they spoke. */
function saysSomebody({ language, mentions }: Scene, line: Line, before: number): boolean {
  const from = line.words.slice(0, before).search(/(?<=[.!?]\s)[^.!?]*$/);
  const sentence = line.words.slice(Math.max(0, from), before);
  const start = line.start + Math.max(0, from);
  const { strong } = cuesOf(language);
  const speaks = sentence
    .toLowerCase()
    .match(/[\p{L}’']+/gu)
    ?.some((word) => strong.has(word));
  return (
    speaks === true &&
    mentions.some((mention) => mention.start >= start && mention.end <= line.start + before)
  );
}

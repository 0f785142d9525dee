import type { QuoteLanguage } from '../quotes/FoundQuote';
import type { EditedPlace } from '../quotes/matchElided';
import type { TextSpan } from '../quotes/TextSpan';
import { changesSense, hasNegatingPrefix, senseOf, type Sense } from './turningWords';

/** What may turn the meaning of a quotation round, in words, and the sentence that it is a part of. */
export interface TurnedMeaning {
  told: string;
  /** The whole sentence of the record. */
  whole: string;
}

/** A quotation that has the words of its record, but not all of them or not as they are. */
export interface ShownPart {
  record: string;
  /** The stretch of the record that is shown. */
  span: TextSpan;
  places: readonly EditedPlace[];
  /** Stretches of the record that other quotations of the text show. */
  alsoShown: readonly TextSpan[];
  words: string;
  kind: 'direct' | 'partial';
  /** The writer's words before and after, as far as their sentence goes. */
  before: string;
  after: string;
  language: QuoteLanguage;
}

/** An aside or a sentence of more words than these is about something of its own. */
const SHORT = 4;
const SHORT_SENTENCE = 6;
/** A question of which fewer words are shown is no statement. */
const FEWEST_STATED = 4;

const SENTENCE_END =
  /(?<!(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|No|vs|Nr|bzw|ca)\.)[.!?…]["”’»)]*(?=\s+["“„«‘¿¡(]?[\p{Lu}\p{N}])/gu;
/** After these another clause begins, with a sense of its own. */
const BOUNDARY =
  /[;:—–]\s|\s[-—–]\s|,?\s(?:and|but|yet|so|because|although|though|while|und|aber|sondern|denn|weil|obwohl|et|mais|car|parce|y|pero|sino|porque)\s/giu;
const CONDITION =
  /^[\s,;—–-]*(?:(?:but |and |aber |nur )?(?:only )?)(if|unless|provided|as long as|except|but not|or not|wenn|falls|sofern|außer|es sei denn|si|sauf|à moins|salvo|a menos)(?![\p{L}])/iu;
const AFTERTHOUGHT =
  /^[\s,;—–-]*(not|or so|or that is|they (?:say|claim)|(?:he|she|people|some|others) (?:say|says|claim|claims)|i don[’']t think|nicht|so heißt es|heißt es|sagen sie|dit-on|dicen)(?![\p{L}])/iu;
const ASKED =
  /(?<!\p{L})(ask\w*|wonder\w*|question\w*|inquir\w+|quer(?:y|ied)|whether|frag\w+|demand\w+|pregunt\w*)(?!\p{L})/iu;

/**
 * What in a shortened or edited quotation may turn its meaning round: a negation, a condition or a
 * modal word that was dropped, added or replaced, or a question that became a statement. Null where
 * nothing does. It judges words and not sense: an editor decides.
 */
export function turnedMeaning(part: ShownPart): TurnedMeaning | null {
  const sentence = sentenceAround(part.record, part.span);
  const whole = part.record.slice(sentence.start, sentence.end).trim();
  const told =
    part.places.map((place) => turnedPlace(place, part)).find((found) => found !== null) ??
    turnedQuestion(part, whole) ??
    droppedBefore(part, sentence) ??
    droppedAfter(part, sentence);
  return told === null ? null : { told, whole };
}

/** The sentences of a text that a stretch is in. */
function sentenceAround(text: string, { start, end }: TextSpan): TextSpan {
  let from = 0;
  let to = text.length;
  for (const match of text.matchAll(SENTENCE_END)) {
    const stop = match.index + match[0].length;
    if (stop <= start) from = stop;
    else if (stop >= end && to === text.length) to = stop;
  }
  return { start: from, end: to };
}

function turnedPlace({ dropped, added }: EditedPlace, part: ShownPart): string | null {
  const { record, language } = part;
  const words = record.slice(dropped.start, dropped.end).trim();
  const sense = senseOf(words, language);
  if (added !== null) {
    if (!changesSense(sense, senseOf(added, language))) return null;
    if (!sense.words.length) return `the record does not have “${added}”`;
    return `the text says “${added}” where the record says “${words}”`;
  }
  return isTurning(sense, placeOf(record, dropped)) ? leavesOut(words) : null;
}

/** What a gap is in its sentence: a part of it, an aside set off by commas, or whole sentences. */
function placeOf(record: string, { start, end }: TextSpan): 'part' | 'aside' | 'sentence' {
  const inside = record.slice(start, end).trim();
  const before = record.slice(0, start).trimEnd().at(-1) ?? '';
  const opens = /[.!?,;:—–(]/.test(inside[0] ?? '') ? (inside[0] ?? '') : before;
  const closes = inside.at(-1) ?? '';
  if (/[.!?]/.test(opens) && /[.!?]/.test(closes)) return 'sentence';
  return /[,;:—–(]/.test(opens) && /[,;:—–)]/.test(closes) ? 'aside' : 'part';
}

function isTurning(sense: Sense, place: ReturnType<typeof placeOf>): boolean {
  const { negations, modals, isHedged, words } = sense;
  if (isHedged) return true;
  if (place === 'part') return negations > 0 || modals.size > 0 || hasNegatingPrefix(sense);
  return negations > 0 && words.length <= (place === 'aside' ? SHORT : SHORT_SENTENCE);
}

function turnedQuestion(part: ShownPart, whole: string): string | null {
  const { record, span, words, kind, before, after } = part;
  if (!/\?["”’»)]*$/.test(whole)) return null;
  const isStillAsked =
    /\?/.test(words) || /^["”’»]?\s?\?/.test(after) || ASKED.test(before + after);
  if (isStillAsked) return null;
  const isToTheEnd = /^[\s"”’»)]*\?/.test(record.slice(span.end));
  const isStated = kind === 'direct' || (isToTheEnd && countWords(words) >= FEWEST_STATED);
  return isStated ? 'it was a question' : null;
}

/** The words of the sentence before those that are shown, back to where another clause ends. */
function droppedBefore(part: ShownPart, sentence: TextSpan): string | null {
  const { record, span, alsoShown, language } = part;
  let from = sentence.start;
  for (const match of record.slice(from, span.start).matchAll(BOUNDARY)) {
    from = sentence.start + match.index + match[0].length;
  }
  const lead = record.slice(from, span.start);
  if (isShown({ start: from, end: span.start }, record, alsoShown)) return null;
  const sense = senseOf(lead, language);
  const given = givenBy(part);
  const isNegated = sense.negations > 0 && given.negations === 0;
  const last = senseOf(sense.words.slice(-2).join(' '), language);
  const isConditional = [...sense.modals].some(
    (modal) => (CONDITION.test(modal) || last.modals.has(modal)) && !given.modals.has(modal),
  );
  const isHedged = sense.isHedged && !given.isHedged;
  return isNegated || isConditional || isHedged ? leavesOut(lead) : null;
}

/** The words that follow in the sentence, up to where another clause begins. */
function droppedAfter(part: ShownPart, sentence: TextSpan): string | null {
  const { record, span, alsoShown, language } = part;
  const rest = record.slice(span.end, sentence.end);
  if (isShown({ start: span.end, end: sentence.end }, record, alsoShown)) return null;
  const given = givenBy(part);
  const condition = CONDITION.exec(rest)?.[1];
  if (condition !== undefined && !given.words.includes(condition.toLowerCase())) {
    return leavesOut(rest);
  }
  if (AFTERTHOUGHT.test(rest) && given.negations === 0) return leavesOut(rest);
  const clause = rest.split(/[,.;:!?—–]/)[0] ?? '';
  const boundary = clause.search(BOUNDARY);
  const tail = boundary === -1 ? clause : clause.slice(0, boundary);
  const sense = senseOf(tail, language);
  const isTurned = (sense.negations > 0 && given.negations === 0) || sense.isHedged;
  return isTurned ? leavesOut(tail) : null;
}

/** What the writer's own sentence says around words that are a part of it. */
function givenBy({ kind, before, after, language }: ShownPart): Sense {
  return senseOf(kind === 'partial' ? `${before} ${after}` : after, language);
}

function isShown(range: TextSpan, text: string, spans: readonly TextSpan[]): boolean {
  return [...text.slice(range.start, range.end).matchAll(/[\p{L}\p{N}]/gu)].every(({ index }) =>
    spans.some(({ start, end }) => start <= range.start + index && range.start + index < end),
  );
}

function leavesOut(words: string): string {
  return `the text leaves out “${words.trim().replace(/^[,;:\s]+|[,;:.\s]+$/g, '')}”`;
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

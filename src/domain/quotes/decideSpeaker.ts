import { decideGerman } from './decideGerman';
import {
  clauseSubject,
  endsSentence,
  isCapital,
  isCue,
  isPronoun,
  looksLikeNoun,
  mainSubject,
  subjectLeft,
  subjectRight,
} from './findSubject';
import type { Clause, TokenSpan } from './findSubject';

/** The rules within a sentence, from the surest to the least sure. */
export type SentenceRule =
  | 'after'
  | 'after-inverted'
  | 'after-later'
  | 'dash'
  | 'colon'
  | 'according-to'
  | 'before-beside'
  | 'before'
  | 'participle'
  | 'sentence';

export interface Decision {
  rule: SentenceRule;
  span: TokenSpan;
  cue: number | null;
  /** Compares the candidates of one quotation; means nothing beyond. */
  score: number;
}

/** What it costs a cue that another quotation stands between. */
const CROSSING = 4;
/** Tokens. Text without stops must not cost the square of its length. */
const LONGEST_SENTENCE = 150;
/** A cue further from its quotation than this many tokens belongs to something else. */
const REACH = 45;
const CONJUNCTIONS =
  /^(and|but|while|as|when|because|which|who|that|or|though|although|after|before|if|in|on|at|for|to|of|with|from)$/;

/**
 * Decides who speaks the quotation at token `at` by the words of its own sentence, or null. Every
 * cue in the sentence is a candidate; the one that stands closest to the quotation in grammar wins.
 */
export function decideSpeaker(clause: Clause, at: number): Decision | null {
  const signed = nameAfterDash(clause, at);
  if (signed !== null) return { rule: 'dash', span: signed, cue: null, score: 20 };
  const start = sentenceStart(clause, at);
  if (clause.cues.language === 'de') return decideGerman(clause, at, start);
  const candidates = [
    ...candidatesAfter(clause, at, start === at),
    ...candidatesBefore(clause, at, start),
  ];
  let best: Decision | null = null;
  for (const candidate of candidates) {
    if (best === null || candidate.score > best.score) best = candidate;
  }
  return best;
}

/** The first token of the sentence that `at` is in. */
export function sentenceStart({ tokens }: Clause, at: number): number {
  const floor = Math.max(0, at - LONGEST_SENTENCE);
  for (let index = at - 1; index >= floor; index -= 1) {
    const token = tokens[index];
    if (endsSentence(token)) return index + 1;
    if (token?.kind !== 'quote') continue;
    if (/\.['’”]?$/.test(token.text)) return index + 1;
    if (/[!?]['’”]?$/.test(token.text) && index === at - 1) return at;
  }
  return floor;
}

function sentenceEnd({ tokens }: Clause, at: number): number {
  const ceiling = Math.min(tokens.length, at + LONGEST_SENTENCE);
  for (let index = at + 1; index < ceiling; index += 1) {
    if (endsSentence(tokens[index])) return index;
  }
  return ceiling;
}

function candidatesAfter(clause: Clause, at: number, isOpening: boolean): Decision[] {
  const { tokens, cues, mentionAt } = clause;
  const quote = tokens[at];
  const first = tokens[at + 1];
  if (quote === undefined || first === undefined) return [];
  const isOpen = /[,?!—–…-]['’”]?$/.test(quote.text) || /^[,—–-]$/.test(first.text);
  const isStopped = /\.['’”]?$/.test(quote.text);
  const from = /^[,—–-]$/.test(first.text) ? at + 2 : at + 1;
  const lead = tokens[from];
  if (lead === undefined || endsSentence(first)) return [];
  // A full stop in the marks ends the sentence, unless small letters or a speech verb go on.
  if (isStopped && !isStoppedByMistake(clause, from)) return [];
  const end = sentenceEnd(clause, at);
  const isLinked = CONJUNCTIONS.test(lead.lower);
  const limit = Math.min(end, from + 32);
  for (let index = from; index < limit; index += 1) {
    const token = tokens[index];
    if (token?.kind === 'quote' && !isTitleInside(clause, index)) break;
    const to = accordingTo(clause, index, end);
    if (to !== null) {
      return [{ rule: 'according-to', span: to, cue: index, score: index === from ? 12 : 4 }];
    }
    if (!isCue(token, cues) && !(isOpen && isAnyVerb(clause, from, index))) continue;
    const isStrong = token !== undefined && cues.strong.has(token.lower);
    const left = index > from ? subjectLeft(clause, index, from) : null;
    if (left !== null && !(looksLikeNoun(clause, index) && !isStrong)) {
      const isBeside = left.from === from && !isLinked;
      if (!isBeside && !isStrong) continue;
      const score = isBeside ? (isOpen ? 12 : isStrong ? 6 : 3) : isOpening ? 4 : 2;
      return [{ rule: isBeside ? 'after' : 'after-later', span: left, cue: index, score }];
    }
    if (index > from + 1 || token?.lower.endsWith('ing') === true) continue;
    const right = subjectRight(clause, index, end);
    if (right === null) continue;
    const isNamed = (mentionAt[right.to - 1] ?? -1) !== -1;
    // "“…,” said the vote could be close": what follows is no speaker but what was said.
    if (OPENS_CLAUSE.test(tokens[right.to]?.lower ?? '')) continue;
    if (!isNamed && !INVERTS.test(token?.lower ?? '')) continue;
    const score = isOpen || isOpening ? (isStrong || isNamed ? 12 : 5) : 3;
    return [{ rule: 'after-inverted', span: right, cue: index, score }];
  }
  return [];
}

const OPENS_CLAUSE =
  /^(could|would|should|will|may|might|can|must|is|was|are|were|has|have|had|as)$/;
/** Verbs that stand before a subject without a name: "“…,” said the mayor". */
const INVERTS =
  /^(said|says|added|adds|wrote|writes|asked|asks|replied|replies|explained|noted|insisted|joked|argued|read|reads|according|went|goes|concluded|declared|dit|déclaré|sagte|dijo|.*é|.*ó|.*te)$/;

/** "“…the emails.” Trump said.": a stop in the marks where a comma belongs. */
function isStoppedByMistake(clause: Clause, from: number): boolean {
  const { tokens, cues, mentionAt } = clause;
  const lead = tokens[from];
  if (lead?.kind !== 'word') return false;
  if (!isCapital(lead)) return isCue(lead, cues) || isPronoun(lead, cues) || lead.lower === 'the';
  let to = from;
  while (mentionAt[to] !== undefined && mentionAt[to] !== -1 && mentionAt[to] === mentionAt[from])
    to += 1;
  const verb = tokens[to];
  const after = tokens[to + 1];
  return (
    to > from &&
    verb !== undefined &&
    cues.strong.has(verb.lower) &&
    (after === undefined || endsSentence(after))
  );
}

/** "“…,” Fumed Quill" or "“…,” Quill thundered": any verb beside a name speaks. */
function isAnyVerb({ tokens, mentionAt, cues }: Clause, from: number, index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== 'word' || !/(ed|es|s)$/.test(token.lower) || isCapital(token)) return false;
  const isSubject = (at: number): boolean =>
    (mentionAt[at] ?? -1) !== -1 || /^(he|she|they)$/.test(tokens[at]?.lower ?? '');
  if (index > from) return isSubject(index - 1) && !isCue(tokens[index + 1], cues);
  return token.lower.endsWith('ed') && isSubject(index + 1);
}

/** A short quotation without a stop, such as a nickname or a title, does not end the search. */
function isTitleInside({ tokens }: Pick<Clause, 'tokens'>, index: number): boolean {
  const words = (tokens[index]?.text ?? '').split(' ');
  if (/[.!?]$/.test(words.at(-1) ?? '')) return false;
  const isTitle =
    words.length <= 8 &&
    words.every((word) => /^(\p{Lu}|\d|a|the|of|and|in|for|on|to)/u.test(word));
  return isTitle || (words.length <= 4 && !/,$/.test(words.at(-1) ?? ''));
}

function accordingTo(clause: Clause, at: number, ceiling: number): TokenSpan | null {
  const { tokens, cues, mentionAt } = clause;
  const lower = tokens[at]?.lower ?? '';
  if (lower === 'according' && tokens[at + 1]?.lower === 'to') {
    return subjectRight(clause, at + 1, ceiling);
  }
  if (!cues.sources.has(lower)) return null;
  if (isPronoun(tokens[at + 1], cues)) return { from: at + 1, to: at + 2 };
  const span = subjectRight(clause, at, ceiling);
  return span !== null && (mentionAt[span.to - 1] ?? -1) !== -1 ? span : null;
}

function candidatesBefore(clause: Clause, at: number, start: number): Decision[] {
  const { tokens, cues, mentionAt } = clause;
  const found: Decision[] = [];
  const colon = nameBeforeColon(clause, at, start);
  if (colon !== null) found.push({ rule: 'colon', span: colon, cue: null, score: 9 });
  for (let index = at - 1; index >= start && index > at - REACH; index -= 1) {
    const token = tokens[index];
    const to = accordingTo(clause, index, at);
    if (to !== null) found.push({ rule: 'according-to', span: to, cue: index, score: 6 });
    if (token === undefined || !isCue(token, cues) || looksLikeNoun(clause, index)) continue;
    if (mentionAt[index] !== -1 || (isCapital(token) && index > start)) continue;
    const decision = judgeCue({ clause, at, start, index });
    if (decision !== null) found.push(decision);
  }
  if (start < at) {
    const main = mainSubject(clause, start, at);
    if (main !== null) {
      found.push({ rule: 'sentence', span: main, cue: null, score: 0.5 + worth(clause, main) });
    }
  }
  return found;
}

function judgeCue(options: {
  clause: Clause;
  at: number;
  start: number;
  index: number;
}): Decision | null {
  const { clause, at, start, index } = options;
  const { tokens, cues } = clause;
  if (isPassive(clause, index)) return null;
  const lower = tokens[index]?.lower ?? '';
  const isStrong = cues.strong.has(lower);
  const isParticiple = cues.participles.has(lower);
  const isInfinitive = tokens[index - 1]?.lower === 'to';
  const floor = Math.max(start, lastQuoteBefore(clause, index, start) + 1);
  const shared = isParticiple || isInfinitive;
  const span =
    (shared ? clauseSubject(clause, index, start) : subjectLeft(clause, index, floor)) ??
    subjectRight(clause, index, at) ??
    clauseSubject(clause, index, start);
  if (span === null) return null;
  const gap = gapBefore(clause, index, at);
  let score = isStrong ? 6 : 1.5;
  if (gap.words === 0) score += 3;
  else if (gap.words <= 4 && !gap.hasComma) score += 0.5;
  if (gap.hasThat) score += 1;
  if (isInfinitive) score -= 3;
  // A quotation between the two belongs to this cue; the next one may have a cue of its own.
  if (tokens.slice(index, at).some((token) => token.kind === 'quote')) score -= CROSSING;
  if (isParticiple && !isStrong) score -= 0.5;
  score += worth(clause, span) - 0.05 * (at - index);
  const rule = shared ? 'participle' : gap.words === 0 && isStrong ? 'before-beside' : 'before';
  return { rule, span, cue: index, score };
}

/** "Quill was asked": the words that follow are not his. */
function isPassive({ tokens }: Clause, index: number): boolean {
  const isOfHearing =
    /^(asked|told|warned|informed|questioned|reminded|called|named|titled|dubbed|labeled|labelled)$/.test(
      tokens[index]?.lower ?? '',
    );
  return (
    isOfHearing &&
    /^(was|were|is|are|been|being|be|when|if|once|as)$/.test(tokens[index - 1]?.lower ?? '')
  );
}

/** How much a span looks like somebody who speaks. */
function worth(clause: Clause, span: TokenSpan): number {
  const { tokens, mentionAt, cues } = clause;
  const first = tokens[span.from];
  if (first === undefined) return 0;
  for (let at = span.from; at < span.to; at += 1) if ((mentionAt[at] ?? -1) !== -1) return 2;
  if (/^(it|this|that|which|there)$/.test(first.lower)) return -1.5;
  if (isPronoun(first, cues)) return 2;
  if (isCapital(tokens[span.to - 1])) return 1;
  return /^(the|a|an|one|some|many|his|her|their)$/.test(first.lower) ? 0.5 : 0;
}

function gapBefore(
  { tokens }: Clause,
  cue: number,
  at: number,
): { words: number; hasComma: boolean; hasThat: boolean } {
  let words = 0;
  let hasComma = false;
  for (let index = cue + 1; index < at; index += 1) {
    const token = tokens[index];
    if (token?.kind === 'mark') hasComma ||= token.text === ',' && index < at - 1;
    else words += token?.lower === 'that' && index === cue + 1 ? 0 : 1;
  }
  const hasThat = tokens[cue + 1]?.lower === 'that' || tokens[at - 1]?.lower === 'that';
  return { words, hasComma, hasThat };
}

function lastQuoteBefore({ tokens }: Clause, at: number, start: number): number {
  for (let index = at - 1; index >= start; index -= 1) {
    if (tokens[index]?.kind === 'quote' && !isTitleInside({ tokens }, index)) return index;
  }
  return start - 1;
}

/** "Ada Fenwick: “…”", as in a transcript. */
function nameBeforeColon(
  { tokens, mentionAt }: Clause,
  at: number,
  start: number,
): TokenSpan | null {
  const mention = mentionAt[at - 2] ?? -1;
  if (tokens[at - 1]?.text !== ':' || at - 2 < start || mention === -1) return null;
  let from = at - 2;
  while (from - 1 >= start && mentionAt[from - 1] === mention) from -= 1;
  const before = tokens[from - 1];
  return before === undefined || before.kind === 'mark' || from === start
    ? { from, to: at - 1 }
    : null;
}

/** "“…” — Ada Fenwick, mayor", as under a motto: a dash and a name to the end of the paragraph. */
function nameAfterDash({ tokens }: Clause, at: number): TokenSpan | null {
  if (!/^[―—–-]$/.test(tokens[at + 1]?.text ?? '') || tokens[at + 1]?.kind !== 'mark') return null;
  let to = at + 2;
  while (isCapital(tokens[to]) && to < at + 7) to += 1;
  const next = tokens[to];
  const isName = to >= at + 3 && (next === undefined || endsSentence(next) || next.text === ',');
  return isName && tokens.length <= to + 12 ? { from: at + 2, to } : null;
}

import type { CueWords } from './cueWords';
import type { Token } from './readTokens';

/** A part of a paragraph's tokens: `to` is exclusive. */
export interface TokenSpan {
  from: number;
  to: number;
}

/** What the rules may look at: the tokens of one paragraph, and where they begin to name a person. */
export interface Clause {
  tokens: Token[];
  cues: CueWords;
  /** For each token the index of the person mention that covers it, or -1. */
  mentionAt: Int32Array;
}

const AUXILIARIES = new Set(
  "also had has have having is was are were be been being would will could can may might did does do then later once still even again now just never always often repeatedly recently previously earlier reportedly famously to not n't didn't doesn't wasn't hadn't hasn't both all first further quickly simply only once either himself herself themselves".split(
    ' ',
  ),
);
const STOPPERS = new Set(
  'that which when while as because if but although though where whether after before since until than so or nor how what why whereas unless'.split(
    ' ',
  ),
);
const RELATIVES = new Set(['who', 'which', 'that']);
const OPENING_PREPOSITIONS = new Set(
  'in on at during after before by for from with amid despite within under following according speaking asked as to of about since unlike instead'.split(
    ' ',
  ),
);
const DETERMINERS = new Set(
  'a an the his her its their our my your one another some many several two three four five both this these those other no every each most'.split(
    ' ',
  ),
);
const TIMES = new Set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january february march april may june july august september october november december recently later earlier last late early this'.split(
    ' ',
  ),
);

export function isCue(token: Token | undefined, cues: CueWords): boolean {
  return (
    token?.kind === 'word' && (cues.finite.has(token.lower) || cues.participles.has(token.lower))
  );
}

export function isPronoun(token: Token | undefined, cues: CueWords): boolean {
  return token?.kind === 'word' && cues.pronouns.has(token.lower);
}

export function endsSentence(token: Token | undefined): boolean {
  return token?.isStop === true;
}

/**
 * The subject to the left of a verb: "Rutte, who spoke on Friday, asserted", "the mayor has said".
 * Goes no further left than `floor`.
 */
export function subjectLeft(clause: Clause, verb: number, floor: number): TokenSpan | null {
  const { tokens, cues } = clause;
  let at = verb - 1;
  while (at >= floor && isSkippable(tokens[at], cues)) at -= 1;
  if (at < floor) return null;
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'quote') return beforeInsertion(clause, at, floor);
  if (token.kind === 'mark') {
    if (!/[,)—–-]/.test(token.text)) return null;
    return beforeInsertion(clause, at, floor);
  }
  if (RELATIVES.has(token.lower)) return relativePhrase(clause, at, floor);
  return nounPhraseEnding(clause, at, floor);
}

/** "Quill, who": the phrase before the relative and the relative itself. */
function relativePhrase(clause: Clause, at: number, floor: number): TokenSpan | null {
  const last = clause.tokens[at - 1]?.text === ',' ? at - 2 : at - 1;
  const phrase = last >= floor ? nounPhraseEnding(clause, last, floor) : null;
  return phrase === null ? null : { from: phrase.from, to: at + 1 };
}

/** From the mark that closes an insertion back to the noun phrase before the one that opens it. */
function beforeInsertion(clause: Clause, close: number, floor: number): TokenSpan | null {
  const { tokens } = clause;
  const mark = tokens[close]?.text ?? '';
  const named = nameFilling(clause, close, floor, mark);
  if (named !== null) return named;
  let first: TokenSpan | null = null;
  for (let at = close - 1; at > floor && at > close - 60; at -= 1) {
    const token = tokens[at];
    if (token === undefined || endsSentence(token)) break;
    if (!OPENS_INSERTION.test(token.text) || token.kind !== 'mark') continue;
    if (RELATIVES.has(tokens[at - 1]?.lower ?? '')) return relativePhrase(clause, at - 1, floor);
    const phrase = nounPhraseEnding(clause, at - 1, floor);
    if (phrase === null) continue;
    // "Quill, 54, of Port Hallow, said": the person is before the first of the commas.
    const isPerson =
      mentionAtAll(clause, phrase) && !OBJECT_BEFORE.test(tokens[phrase.from - 1]?.lower ?? '');
    if (isPerson) return phrase;
    const isOfThatMark = token.text === (mark === ')' ? '(' : mark);
    if (isOfThatMark) first ??= phrase;
  }
  return first;
}

const OPENS_INSERTION = /^[,(—–-]$/;
/** After these words a name is an object and no subject. */
const OBJECT_BEFORE =
  /^(of|for|to|with|by|at|in|on|from|about|against|over|under|like|than|between|into|near)$/;

/** Whether the last token of a span names a person. */
function mentionAtAll({ mentionAt }: Clause, span: TokenSpan): boolean {
  return (mentionAt[span.to - 1] ?? -1) !== -1;
}

/**
 * The subject that a participle or an infinitive at `verb` shares: the nearest name or pronoun to
 * the left that stands where a subject stands, with a verb after it and no preposition before it.
 */
export function clauseSubject(clause: Clause, verb: number, floor: number): TokenSpan | null {
  const { tokens, mentionAt, cues } = clause;
  // ", saying": a participle set off by a comma belongs to the subject of the whole sentence.
  if (tokens[verb - 1]?.text === ',' && cues.participles.has(tokens[verb]?.lower ?? '')) {
    const main = mainSubject(clause, floor, verb);
    if (main !== null && isSomebody(clause, main)) return main;
  }
  for (let at = verb - 1; at >= floor; at -= 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    if (NOMINATIVE.has(token.lower)) return { from: at, to: at + 1 };
    const mention = mentionAt[at] ?? -1;
    if (mention === -1 && !isCapital(token)) continue;
    let from = at;
    while (from - 1 >= floor && isSameName(clause, from - 1, mention)) from -= 1;
    const before = tokens[from - 1];
    const isPossessive = /['’]s?$/.test(token.text);
    const isObject =
      OBJECT_BEFORE.test(before?.lower ?? '') || (from > floor && isCue(before, cues));
    const isOpening = from === floor || before?.kind === 'quote';
    if (
      !isPossessive &&
      !isObject &&
      isVerbAhead({ clause, from: at + 1, ceiling: verb, isOpening })
    ) {
      return { from, to: at + 1 };
    }
    at = from;
  }
  return mainSubject(clause, floor, verb);
}

function isSomebody({ tokens, mentionAt }: Clause, span: TokenSpan): boolean {
  return mentionAt[span.from] !== -1 || NOMINATIVE.has(tokens[span.from]?.lower ?? '');
}

function isSameName({ tokens, mentionAt }: Clause, at: number, mention: number): boolean {
  return mention === -1 ? isCapital(tokens[at]) && mentionAt[at] === -1 : mentionAt[at] === mention;
}

const NOMINATIVE = new Set(['he', 'she', 'they', 'we', 'i', 'who']);

function isVerbAhead(options: {
  clause: Clause;
  from: number;
  ceiling: number;
  isOpening: boolean;
}): boolean {
  const { clause, from, ceiling, isOpening } = options;
  const { tokens, cues } = clause;
  const next = tokens[from];
  if (next === undefined || from >= ceiling) return false;
  // "Quill, who has retired, told": only the first name of a sentence takes an insertion so.
  if (next.kind !== 'word') return isOpening && /^[,(]$/.test(next.text);
  return (
    isCue(next, cues) ||
    AUXILIARIES.has(next.lower) ||
    cues.auxiliaries.has(next.lower) ||
    (/(ed|s|ly|ew|ook|ent|ade|ave|ame|old)$/.test(next.lower) && !isCapital(next))
  );
}

/** "The harbour master, Ada Fenwick, said": the insertion is the name itself. */
function nameFilling(clause: Clause, close: number, floor: number, mark: string): TokenSpan | null {
  const { tokens, mentionAt } = clause;
  const mention = mentionAt[close - 1] ?? -1;
  if (mention === -1) return null;
  let from = close - 1;
  while (from - 1 >= floor && mentionAt[from - 1] === mention) from -= 1;
  return tokens[from - 1]?.text === mark ? { from, to: close } : null;
}

/** The noun phrase whose last token is `last`. */
function nounPhraseEnding(clause: Clause, last: number, floor: number): TokenSpan | null {
  const { tokens, mentionAt, cues } = clause;
  const token = tokens[last];
  if (token === undefined || token.kind !== 'word') return null;
  // "Quill smiled and said": the verbs share their subject.
  if (/^(and|but|or|then)$/.test(token.lower)) return clauseSubject(clause, last, floor);
  if (isPronoun(token, cues) || token.lower === 'who') return { from: last, to: last + 1 };
  if ((mentionAt[last] ?? -1) !== -1) {
    let from = last;
    while (from - 1 >= floor && mentionAt[from - 1] === mentionAt[last]) from -= 1;
    return { from, to: last + 1 };
  }
  let from = last;
  while (from - 1 >= floor && from > last - 12) {
    const left = tokens[from - 1];
    if (left === undefined || left.kind !== 'word' || STOPPERS.has(left.lower)) break;
    if (RELATIVES.has(left.lower) || (isCue(left, cues) && !looksLikeNoun(clause, from - 1))) break;
    if (left.lower === 'and' && !isPairOfNames(tokens, from - 1)) break;
    from -= 1;
  }
  return trimOpening(clause, { from, to: last + 1 });
}

/** "In an interview Fenwick": what opens the sentence is no part of the subject. */
function trimOpening(clause: Clause, span: TokenSpan): TokenSpan | null {
  const { tokens, mentionAt } = clause;
  const first = tokens[span.from];
  if (first !== undefined && OPENING_PREPOSITIONS.has(first.lower)) {
    for (let at = span.to - 1; at > span.from; at -= 1) {
      if ((mentionAt[at] ?? -1) !== -1 || DETERMINERS.has(tokens[at]?.lower ?? '')) {
        return { from: at, to: span.to };
      }
    }
    return { from: span.to - 1, to: span.to };
  }
  return span;
}

/** "The find", "Fenwick's claim", "stock answer": a word that could be a verb and is a noun. */
export function looksLikeNoun({ tokens, cues }: Clause, at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || before?.kind !== 'word') return false;
  if (cues.auxiliaries.has(before.lower)) return false;
  if (DETERMINERS.has(before.lower) || /['’]s?$/.test(before.text)) return true;
  return cues.bare.has(token.lower) && !TAKES_BARE_VERB.test(before.lower);
}

const TAKES_BARE_VERB =
  /^(i|we|they|you|who|to|would|will|can|could|may|might|must|should|did|do|does|not|and|[a-z]+s|people|men|women|police|.*n['’]t|often|also|always|never)$/;

function isPairOfNames(tokens: Token[], at: number): boolean {
  return isCapital(tokens[at - 1]) && isCapital(tokens[at + 1]);
}

export function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^\p{Lu}/u.test(token.text);
}

function isSkippable(token: Token | undefined, cues: CueWords): boolean {
  if (token?.kind !== 'word') return false;
  return (
    AUXILIARIES.has(token.lower) ||
    cues.auxiliaries.has(token.lower) ||
    (/ly$/.test(token.lower) && !isCapital(token)) ||
    TIMES.has(token.lower)
  );
}

/** The subject to the right of a verb: "said Ada Fenwick", "said the harbour master, Ada Fenwick". */
export function subjectRight(clause: Clause, verb: number, ceiling: number): TokenSpan | null {
  const { tokens, mentionAt, cues } = clause;
  let at = verb + 1;
  while (at < ceiling && isAdverb(tokens[at])) at += 1;
  const first = tokens[at];
  if (first === undefined || at >= ceiling || first.kind !== 'word') return null;
  if (isPronoun(first, cues)) {
    const next = tokens[at + 1];
    const isEnd = at + 1 >= ceiling || next === undefined || next.kind !== 'word';
    return isEnd ? { from: at, to: at + 1 } : null;
  }
  if (TIMES.has(first.lower) || OPENING_PREPOSITIONS.has(first.lower)) return null;
  if (!DETERMINERS.has(first.lower) && !isCapital(first) && !hasMentionSoon(clause, at, ceiling)) {
    return null;
  }
  let to = at;
  while (to < ceiling && to < at + 12) {
    const token = tokens[to];
    if (token === undefined || token.kind !== 'word') break;
    if (STOPPERS.has(token.lower) || RELATIVES.has(token.lower)) break;
    if (to > at && (mentionAt[to - 1] ?? -1) !== -1 && mentionAt[to] !== mentionAt[to - 1]) break;
    if (to > at && TIMES.has(token.lower)) break;
    if (to > at && /^(in|on|at|during|after|before|to|with|about|by)$/.test(token.lower)) break;
    to += 1;
  }
  return to > at ? { from: at, to } : null;
}

function isAdverb(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^(also|then|later|only|simply|\w+ly)$/.test(token.lower);
}

function hasMentionSoon(clause: Clause, from: number, ceiling: number): boolean {
  for (let at = from; at < ceiling && at < from + 6; at += 1) {
    if (clause.tokens[at]?.kind !== 'word') return false;
    if ((clause.mentionAt[at] ?? -1) !== -1) return true;
  }
  return false;
}

/**
 * The subject of a sentence that begins at `begin`: its first noun phrase, an opening such as "In an
 * interview," left out.
 */
export function mainSubject(clause: Clause, begin: number, ceiling: number): TokenSpan | null {
  const { tokens, mentionAt, cues } = clause;
  let at = begin;
  const first = tokens[at];
  if (first === undefined) return null;
  if (
    first.kind === 'word' &&
    (OPENING_PREPOSITIONS.has(first.lower) ||
      STOPPERS.has(first.lower) ||
      first.lower.endsWith('ing'))
  ) {
    const comma = indexOfComma(tokens, at, ceiling);
    if (comma !== -1) at = comma + 1;
  }
  const start = tokens[at];
  if (start === undefined || start.kind !== 'word' || at >= ceiling) return null;
  if (isPronoun(start, cues)) return start.lower === 'it' ? null : { from: at, to: at + 1 };
  let to = at;
  while (to < ceiling && to < at + 10) {
    const token = tokens[to];
    if (token?.kind !== 'word') break;
    if (to > at && (STOPPERS.has(token.lower) || isSkippable(token, cues))) break;
    if (to > at && isCue(token, cues) && !looksLikeNoun(clause, to)) break;
    to += 1;
    const isLastOfName = mentionAt[to - 1] !== -1 && mentionAt[to] !== mentionAt[to - 1];
    if (isLastOfName && !/['’]s?$/.test(token.text)) break;
  }
  const isNamed = to > at && mentionAt[to - 1] !== -1;
  if (!isNamed && !DETERMINERS.has(start.lower) && !isCapital(start)) return null;
  let from = at;
  if (isNamed) {
    from = to - 1;
    while (from > at && mentionAt[from - 1] === mentionAt[to - 1]) from -= 1;
  }
  return { from, to: Math.max(to, at + 1) };
}

function indexOfComma(tokens: Token[], from: number, ceiling: number): number {
  for (let at = from; at < ceiling; at += 1) if (tokens[at]?.text === ',') return at;
  return -1;
}

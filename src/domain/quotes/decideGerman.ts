import type { Decision } from './decideSpeaker';
import { endsSentence, isCapital } from './findSubject';
import type { Clause, TokenSpan } from './findSubject';
import type { Token } from './readTokens';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Before a subject; a form that can only be dative or accusative is in OBLIQUE. */
const DETERMINERS = words(
  'der die das ein eine kein keine sein seine ihr ihre unser unsere mein meine dieser diese dieses jener jene jenes jeder jede jedes mehrere viele einige alle beide manche zahlreiche zwei drei vier fünf sechs andere anderer',
);
/** After these, and with these, no subject begins. */
const OBLIQUE = words(
  'den dem einen einem einer des eines keinen keinem seinen seinem seiner ihren ihrem ihrer diesen diesem dieser jedem jeden ihn ihm ihnen mich mir uns sich',
);
const PREPOSITIONS = words(
  'in im ins an am ans auf aus bei beim mit nach seit von vom vor vorm zu zum zur über unter neben zwischen durch für fürs gegen gegenüber ohne um während wegen trotz laut ab bis hinter als wie per pro statt anstatt binnen dank innerhalb außerhalb angesichts bezüglich hinsichtlich zufolge anlässlich aufgrund mittels',
);
const CONJUNCTIONS = words('und aber doch denn sondern oder sowie');
const SUBORDINATORS = words(
  'dass daß weil wenn falls ob obwohl nachdem bevor bis während damit sodass indem da seitdem sobald solange',
);
const PRONOUNS = words('er sie ich wir man');
const ADVERBS = words(
  'auch dann dabei dazu damit daran darauf dagegen hingegen jedoch allerdings zudem außerdem weiter ferner hier heute gestern morgen bereits schon noch nur nun jetzt so zugleich gleichzeitig später zuvor bisher besonders vor allem wörtlich unter anderem nicht selbst zunächst schließlich daraufhin darüber hinaus ebenfalls ebenso sogar einmal erneut wiederum deshalb deswegen daher somit dort sehr zwar indes indessen unterdessen inzwischen anschließend erst gegenüber kürzlich offiziell',
);
const AUXILIARIES = words(
  'hat haben hatte hatten habe wird werden wurde wurden ist war sei seien hätte hätten will wollte soll sollte kann konnte muss musste darf durfte möchte würde',
);
/** Speech that is reported: whoever spoke before goes on. */
const SUBJUNCTIVE = words(
  'sei seien habe hätte hätten müsse müssten könne könnten werde würden würde solle wolle dürfe dürften gebe gäbe komme gehe stehe bleibe lasse mache wisse liege bringe brauche zeige sehe',
);
const VERB_LIKE = /(?:te|ten|t|en|e)$/;
const ADJECTIVE_LIKE = /(?:e|er|es|en|em|ige|sche|iche)$/;
/** Tokens. What stands further off belongs to something else. */
const REACH = 60;

/**
 * decideSpeaker for German, where the subject stands before or behind its verb and nouns have
 * capitals: the second place of a main clause is the verb's, the first one the subject's or that of
 * any other part. Null where the sentence says of nobody that they speak.
 */
export function decideGerman(clause: Clause, at: number, start: number): Decision | null {
  return afterQuote(clause, at) ?? beforeQuote(clause, at, start);
}

/** "“…“, sagte N.", "“…“, so N.", "“…“, wie N. sagte", "“…“ wird N. zitiert". */
function afterQuote(clause: Clause, at: number): Decision | null {
  const { tokens, cues } = clause;
  const hasComma = /^[,–—-]$/.test(tokens[at + 1]?.text ?? '');
  const from = hasComma ? at + 2 : at + 1;
  const lead = tokens[from];
  if (lead?.kind !== 'word' || isCapital(lead)) return null;
  const decide = (span: TokenSpan | null, rule: Decision['rule'], cue: number) =>
    span && { rule, span, cue, score: 12 };
  if (lead.lower === 'so' && hasComma) return decide(phraseAt(clause, from + 1), 'after', from);
  if (lead.lower === 'wie' && hasComma) return decide(phraseAt(clause, from + 1), 'after', from);
  if (lead.lower === 'laut') return decide(phraseAt(clause, from + 1), 'according-to', from);
  if (/^(hieß|heißt)$/.test(lead.lower)) {
    const place = tokens.findIndex(
      (token, index) => index > from && index < from + 6 && PREPOSITIONS.has(token.lower),
    );
    return decide(place === -1 ? null : phraseAt(clause, place + 1), 'after-later', from);
  }
  const isCue = cues.finite.has(lead.lower);
  const isVerb =
    isCue ||
    AUXILIARIES.has(lead.lower) ||
    (hasComma && VERB_LIKE.test(lead.lower) && !isSmall(lead));
  if (!isVerb) return null;
  const subject = subjectRight(clause, from);
  if (subject === null) return null;
  if (!hasComma && !isCue) {
    const end = sentenceEnd(clause, from);
    const isSpoken = tokens
      .slice(subject.to, end)
      .some(({ lower }) => lower === 'zitiert' || cues.finite.has(lower));
    if (!isSpoken) return null;
  }
  return decide(subject, 'after-inverted', from);
}

function beforeQuote(clause: Clause, at: number, start: number): Decision | null {
  const { tokens, cues } = clause;
  const floor = Math.max(start, at - REACH);
  const isColon = tokens[at - 1]?.text === ':';
  for (let index = at - 1; index >= floor; index -= 1) {
    const token = tokens[index];
    if (token?.kind !== 'word' || isCapital(token) || !cues.finite.has(token.lower)) continue;
    if (token.lower === 'so') continue;
    const subject = subjectOfVerb(clause, index, floor);
    if (subject === null) continue;
    const isBeside = at - index <= 2 || (isColon && at - index <= 6);
    return { rule: isBeside ? 'before-beside' : 'before', span: subject, cue: index, score: 6 };
  }
  const according = accordingTo(clause, floor, at);
  if (according) return according;
  const isReported = tokens.slice(floor, at).some(({ lower }) => SUBJUNCTIVE.has(lower));
  const later = soLater(clause, at);
  if (later) return later;
  if (isReported || floor === at) return null;
  const subject = germanSubject(clause, floor, at);
  return subject && { rule: isColon ? 'colon' : 'sentence', span: subject, cue: null, score: 1 };
}

/** "Der Iran müsse „…“ beenden, so Rice." */
function soLater(clause: Clause, at: number): Decision | null {
  const { tokens, cues } = clause;
  const end = sentenceEnd(clause, at);
  for (let index = at + 1; index < end; index += 1) {
    const token = tokens[index];
    const isAfterComma = tokens[index - 1]?.text === ',' && token?.kind === 'word';
    if (!token || !isAfterComma) continue;
    const speaks =
      token.lower === 'so' ||
      (token.lower === 'wie' &&
        tokens.slice(index, end).some(({ lower }) => cues.finite.has(lower))) ||
      (cues.finite.has(token.lower) && !isCapital(token));
    const span = speaks
      ? cues.finite.has(token.lower) && token.lower !== 'so'
        ? subjectRight(clause, index)
        : phraseAt(clause, index + 1)
      : null;
    if (span) return { rule: 'after-later', span, cue: index, score: 6 };
  }
  return null;
}

/** "Laut N. …", "Nach Angaben von N. …", "Nach Ansicht des N. …", "N. zufolge …". */
function accordingTo(clause: Clause, from: number, to: number): Decision | null {
  const { tokens } = clause;
  for (let index = from; index < to; index += 1) {
    const lower = tokens[index]?.lower ?? '';
    const next = tokens[index + 1]?.lower ?? '';
    const isSource =
      /^(angaben?|ansicht|aussagen?|meinung|auskunft|worten|einschätzung|auffassung)$/.test(next);
    const at =
      lower === 'laut'
        ? index + 1
        : /^(nach|laut)$/.test(lower) && isSource
          ? index + (/^(von|vom)$/.test(tokens[index + 2]?.lower ?? '') ? 3 : 2)
          : -1;
    const span = at === -1 ? null : phraseAt(clause, at);
    if (span) return { rule: 'according-to', span, cue: index, score: 6 };
    if (lower === 'zufolge') {
      let begin = index - 1;
      while (begin > from && tokens[begin - 1]?.kind === 'word' && index - begin < 6) begin -= 1;
      return { rule: 'according-to', span: { from: begin, to: index }, cue: index, score: 6 };
    }
  }
  return null;
}

/** The subject of a finite verb or a participle at `verb`, in its own clause. */
function subjectOfVerb(clause: Clause, verb: number, floor: number): TokenSpan | null {
  const { tokens } = clause;
  const begin = clauseStart(clause, verb, floor);
  // A participle at the end of its clause: "hat … gesagt".
  const auxiliary = tokens.findIndex(
    (token, index) => index >= begin && index < verb && AUXILIARIES.has(token.lower),
  );
  const finite = auxiliary === -1 ? verb : auxiliary;
  if (begin < finite || tokens[begin - 1]?.text !== ',') return subjectOf(clause, begin, finite);
  // "N., der gestern kam, sagte": over the relative clause to what it is about.
  for (let comma = begin - 2; comma > floor; comma -= 1) {
    if (tokens[comma]?.text !== ',' || !isRelative(tokens[comma + 1])) continue;
    const subject = subjectLeft(clause, clauseStart(clause, comma, floor), comma);
    if (subject) return subject;
  }
  return subjectRight(clause, finite);
}

/** Where the clause of a verb begins: behind a comma that sets no apposition apart, or "und". */
function clauseStart({ tokens, cues }: Clause, verb: number, floor: number): number {
  for (let index = verb - 1; index >= floor; index -= 1) {
    const token = tokens[index];
    if (token?.kind === 'quote' || /^[:;]$/.test(token?.text ?? '')) return index + 1;
    // "Fraktions- und Parteivorsitzende" is one noun.
    const isAnd = token?.lower === 'und' && tokens[index - 1]?.text !== '-';
    const isBoundary = token?.text === ',' || isAnd;
    if (!isBoundary) continue;
    // "N., Sprecher der Firma, sagte": what the commas enclose has no verb of its own.
    const before = tokens.slice(Math.max(floor, index - 14), index);
    const hasVerb = before.some(
      (one) =>
        one.kind === 'word' &&
        !isCapital(one) &&
        (cues.finite.has(one.lower) || AUXILIARIES.has(one.lower)),
    );
    const next = tokens[index + 1];
    const opensSubordinate = SUBORDINATORS.has(next?.lower ?? '') || isRelative(next);
    if (hasVerb || opensSubordinate) return index + 1;
  }
  return floor;
}

function isRelative(token: Token | undefined): boolean {
  return /^(der|die|das|dem|den|deren|dessen|welche[rsmn]?)$/.test(token?.lower ?? '');
}

/**
 * The subject of the verb in the second place of a clause. The first place can be an object's ("Die
 * Arbeit lobte er") or an adverb's, which a capital makes look like a noun ("Besorgt äußerte sich").
 */
function subjectOf(clause: Clause, begin: number, verb: number): TokenSpan | null {
  const { tokens } = clause;
  const left = subjectLeft(clause, begin, verb);
  if (left === null) return subjectRight(clause, verb);
  if (isNamed(clause, left)) return left;
  const next = verb + (tokens[verb + 1]?.lower === 'sich' ? 2 : 1);
  const right = phraseAt(clause, next);
  if (right === null || OBLIQUE.has(tokens[next]?.lower ?? '')) return left;
  const isSomebody = tokens[next]?.lower === 'er' || isNamed(clause, right);
  const isAdverb = left.to === left.from + 1 && !PRONOUNS.has(tokens[left.from]?.lower ?? '');
  return isSomebody || isAdverb ? right : left;
}

function isNamed({ mentionAt }: Clause, { from, to }: TokenSpan): boolean {
  for (let at = from; at < to; at += 1) if ((mentionAt[at] ?? -1) !== -1) return true;
  return false;
}

/** The subject in front of the verb, where the first place of the clause is its own. */
function subjectLeft(clause: Clause, begin: number, verb: number): TokenSpan | null {
  const { tokens } = clause;
  let at = begin;
  while (CONJUNCTIONS.has(tokens[at]?.lower ?? '') || SUBORDINATORS.has(tokens[at]?.lower ?? ''))
    at += 1;
  const first = tokens[at];
  if (first?.kind !== 'word' || at >= verb) return null;
  if (OBLIQUE.has(first.lower) && !DETERMINERS.has(first.lower)) return null;
  if (PREPOSITIONS.has(first.lower) || ADVERBS.has(first.lower)) return null;
  const phrase = phraseAt(clause, at);
  return phrase && phrase.from === at && phrase.to <= verb ? phrase : null;
}

/** The subject behind the verb: "sagte gestern der Minister", "äußerte sich der Kommissar". */
function subjectRight(clause: Clause, verb: number): TokenSpan | null {
  const { tokens } = clause;
  for (let at = verb + 1; at < verb + 9; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word' || endsSentence(token)) return null;
    const phrase = phraseAt(clause, at);
    if (phrase && (!OBLIQUE.has(token.lower) || DETERMINERS.has(token.lower))) return phrase;
    if (phrase) {
      at = phrase.to - 1;
      continue;
    }
    // "sagte am Montag der Minister": over a phrase that begins with a preposition.
    if (PREPOSITIONS.has(token.lower)) {
      let next = at + 1;
      while (tokens[next]?.kind === 'word' && !isCapital(tokens[next]) && next < at + 4) next += 1;
      at = next;
    }
  }
  return null;
}

/** A noun phrase that can be a subject and begins exactly at a token, with its apposition. */
function phraseAt(clause: Clause, at: number): TokenSpan | null {
  const { tokens, mentionAt } = clause;
  const first = tokens[at];
  if (first?.kind !== 'word') return null;
  if (PRONOUNS.has(first.lower) && !isNounAhead(clause, at + 1)) return { from: at, to: at + 1 };
  const isOpening =
    DETERMINERS.has(first.lower) ||
    OBLIQUE.has(first.lower) ||
    (isCapital(first) &&
      !PREPOSITIONS.has(first.lower) &&
      !ADVERBS.has(first.lower) &&
      !CONJUNCTIONS.has(first.lower));
  if (!isOpening || first.lower === 'sich') return null;
  let to = at;
  let hasNoun = false;
  while (to < at + 14) {
    const token = tokens[to];
    if (token?.kind === 'quote' && hasNoun) {
      to += 1;
      continue;
    }
    if (token?.kind !== 'word') {
      const isApposition =
        token?.text === ',' &&
        hasNoun &&
        (mentionAt[to + 1] ?? -1) !== -1 &&
        (mentionAt[to - 1] ?? -1) === -1;
      const isParty = token?.text === '(' && tokens[to + 2]?.text === ')';
      if (isApposition) to += 1;
      else if (isParty) to += 3;
      else break;
      continue;
    }
    const isLink =
      hasNoun &&
      /^(der|des|von|vom|für|beim|bei|im|in|aus|am|zur|zum|und|zu|van|de)$/.test(token.lower);
    if (isCapital(token)) hasNoun ||= to > at || !DETERMINERS.has(token.lower);
    else if (isLink) {
      if (!isNounAhead(clause, to + 1)) break;
    } else if (
      hasNoun &&
      !(
        ADJECTIVE_LIKE.test(token.lower) &&
        isNounAhead(clause, to + 1) &&
        tokens[to - 1] &&
        !isCapital(tokens[to - 1])
      )
    )
      break;
    else if (!hasNoun && to > at && !ADJECTIVE_LIKE.test(token.lower) && !isCapital(tokens[to + 1]))
      break;
    to += 1;
  }
  return hasNoun ? { from: at, to } : null;
}

/** Whether a noun follows, over adjectives at most. */
function isNounAhead({ tokens }: Clause, at: number): boolean {
  for (let index = at; index < at + 4; index += 1) {
    const token = tokens[index];
    if (token?.kind !== 'word') return false;
    if (isCapital(token)) return true;
    const isBetween =
      DETERMINERS.has(token.lower) || OBLIQUE.has(token.lower) || ADJECTIVE_LIKE.test(token.lower);
    if (!isBetween || AUXILIARIES.has(token.lower)) return false;
  }
  return false;
}

function isSmall({ lower }: Token): boolean {
  return (
    DETERMINERS.has(lower) ||
    OBLIQUE.has(lower) ||
    PREPOSITIONS.has(lower) ||
    ADVERBS.has(lower) ||
    CONJUNCTIONS.has(lower) ||
    SUBORDINATORS.has(lower) ||
    PRONOUNS.has(lower)
  );
}

function sentenceEnd({ tokens }: Clause, at: number): number {
  const ceiling = Math.min(tokens.length, at + REACH);
  for (let index = at + 1; index < ceiling; index += 1)
    if (endsSentence(tokens[index])) return index;
  return ceiling;
}

/** The subject of a German main clause, whatever its verb says. */
export function germanSubject(clause: Clause, begin: number, ceiling: number): TokenSpan | null {
  const { tokens } = clause;
  const first = tokens[begin];
  if (first?.kind !== 'word') return null;
  const left = subjectLeft(clause, begin, ceiling);
  if (left) return subjectOf(clause, begin, left.to);
  for (let at = begin + 1; at < ceiling; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word' || isCapital(token) || isSmall(token)) continue;
    const isVerb = VERB_LIKE.test(token.lower) && !isNounAhead(clause, at);
    const isBeforeSubject = phraseAt(clause, at + 1) !== null || isAfterReflexive(clause, at + 1);
    if (isVerb || AUXILIARIES.has(token.lower) || isBeforeSubject) return subjectRight(clause, at);
  }
  return null;
}

function isAfterReflexive(clause: Clause, at: number): boolean {
  return clause.tokens[at]?.lower === 'sich' && phraseAt(clause, at + 1) !== null;
}

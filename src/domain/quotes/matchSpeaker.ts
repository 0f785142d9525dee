import type { FoundPerson, PersonMention } from '../story/findPeople';
import { confidenceOf, NOBODY, passedOn } from './Attribution';
import type { Attribution, AttributionRule } from './Attribution';
import { germanSubject } from './decideGerman';
import { decideSpeaker, sentenceStart } from './decideSpeaker';
import { endsSentence, isPronoun, mainSubject } from './findSubject';
import type { TokenSpan } from './findSubject';
import type { FoundQuote, QuoteLanguage } from './FoundQuote';
import { readParagraphs } from './readParagraphs';
import type { Paragraph } from './readParagraphs';
import { resolveMention } from './resolveMention';
import type { TextSpan } from './TextSpan';

interface Scene {
  text: string;
  quotes: FoundQuote[];
  people: FoundPerson[];
  mentions: PersonMention[];
  /** The mentions outside of quotations, in order. */
  outside: PersonMention[];
}

interface Decision {
  rule: AttributionRule;
  span: TokenSpan;
  cue: number | null;
}

/**
 * Says for each quotation who spoke. `quotes` are those of findQuotes on the same text, `people` and
 * `mentions` those of findPeople; the answer has one attribution for each quotation, in order.
 * Where the text names nobody, the mention is null: no speaker rather than a guess.
 *
 * Grammar by rules (speech verbs, where subjects stand, who goes on speaking) rather than a language
 * model: pure, quick, and each answer names the rule and the words it went by. How often each rule is
 * right is measured by bench/quotes.ts.
 */
export function matchSpeaker(options: {
  text: string;
  quotes: FoundQuote[];
  people: FoundPerson[];
  mentions: PersonMention[];
  language?: QuoteLanguage;
}): Attribution[] {
  const { text, quotes, people, mentions, language = 'en' } = options;
  const paragraphs = readParagraphs({ text, quotes, mentions, language });
  const named = new Set(paragraphs.flatMap(({ mentionAt }) => [...mentionAt]));
  const outside = mentions.filter((_, index) => named.has(index));
  const scene: Scene = { text, quotes, people, mentions, outside };

  const answers: Attribution[] = [];
  let lastSpoken = NOBODY;
  for (const [index, paragraph] of paragraphs.entries()) {
    const own = matchInSentences({ scene, paragraph, lastSpoken });
    const above = paragraphs[index - 1] ?? null;
    for (const answer of matchByNeighbours({ scene, paragraph, own, lastSpoken, above })) {
      answers.push(answer);
      if (answer.mention !== null) lastSpoken = answer;
    }
  }
  return answers;
}

/** What each quotation's own sentence says, or a speech that goes on from the paragraph above. */
function matchInSentences(options: {
  scene: Scene;
  paragraph: Paragraph;
  lastSpoken: Attribution;
}): Attribution[] {
  const { scene, paragraph, lastSpoken } = options;
  return paragraph.quotes.map(({ index, at }, position) => {
    const label = labelOf(scene, index);
    if (label !== null) return label;
    const decision = decideSpeaker(paragraph, at);
    const goesOn = position === 0 && scene.quotes[index - 1]?.isContinued === true;
    if (goesOn && lastSpoken.mention !== null && (decision?.rule ?? 'sentence') === 'sentence') {
      return passedOn(lastSpoken, 'continued', paragraph.cues.language);
    }
    return decision === null ? NOBODY : attribute({ scene, paragraph, decision });
  });
}

/** "QUILL: I was there.": a transcript names the speaker inside of the marks. */
function labelOf(scene: Scene, index: number): Attribution | null {
  const { quotes, people } = scene;
  const quote = quotes[index];
  if (quote?.speakerAt) return labelOutside(scene, quote.speakerAt);
  const label = /^(\p{Lu}[\p{Lu}.'’ -]{2,40}):\s/u.exec(quote?.text ?? '')?.[1];
  if (quote === undefined || label === undefined) return null;
  const speaker = people.findIndex((person) =>
    ` ${person.name.toUpperCase()}`.endsWith(` ${label.toUpperCase()}`),
  );
  return {
    speaker: speaker === -1 ? null : speaker,
    mention: { start: quote.start, end: quote.start + label.length },
    cue: null,
    rule: 'label',
    confidence: confidenceOf('label', speaker !== -1),
  };
}

/** "Ada Quill: I was there.", without marks. */
function labelOutside({ text, people, mentions }: Scene, mention: TextSpan): Attribution {
  const label = text.slice(mention.start, mention.end).toUpperCase();
  const named = mentions.find(({ start, end }) => start < mention.end && mention.start < end);
  const speaker =
    named?.person ?? people.findIndex(({ name }) => ` ${name.toUpperCase()}`.endsWith(` ${label}`));
  return {
    speaker: speaker === -1 ? null : speaker,
    mention,
    cue: null,
    rule: 'label',
    confidence: confidenceOf('label', speaker !== -1),
  };
}

/** A quotation without a cue of its own belongs to who speaks next to it. */
function matchByNeighbours(options: {
  scene: Scene;
  paragraph: Paragraph;
  own: Attribution[];
  lastSpoken: Attribution;
  above: Paragraph | null;
}): Attribution[] {
  const { scene, paragraph, own, lastSpoken, above } = options;
  const firstSpoken = own.find((answer) => answer.mention !== null);
  let left = NOBODY;
  return own.map((answer, position) => {
    if (answer.mention === null) {
      const neighbour = left.mention === null ? firstSpoken : left;
      const at = paragraph.quotes[position]?.at ?? 0;
      answer =
        neighbour === undefined
          ? matchAbove({ scene, paragraph, at, lastSpoken, above })
          : passedOn(neighbour, 'same-paragraph', paragraph.cues.language);
    }
    if (answer.mention !== null) left = answer;
    return answer;
  });
}

/** The subject of the sentence before, or who spoke in the paragraph above, or its subject. */
function matchAbove(options: {
  scene: Scene;
  paragraph: Paragraph;
  at: number;
  lastSpoken: Attribution;
  above: Paragraph | null;
}): Attribution {
  const { scene, paragraph, at, lastSpoken, above } = options;
  const before = at > 0 ? subjectBefore(paragraph, at) : null;
  if (before !== null) {
    return attribute({ scene, paragraph, decision: { ...before, rule: 'previous-sentence' } });
  }
  if (above === null) return NOBODY;
  if (above.quotes.length > 0 && at === 0 && lastSpoken.mention !== null) {
    return passedOn(lastSpoken, 'previous-paragraph', paragraph.cues.language);
  }
  const last = subjectBefore(above, above.tokens.length);
  if (last === null) return NOBODY;
  const decision: Decision = { ...last, rule: 'previous-paragraph' };
  return attribute({ scene, paragraph: above, decision });
}

/** The subject of the sentence that ends before the token `at`. */
function subjectBefore(paragraph: Paragraph, at: number): Omit<Decision, 'rule'> | null {
  const isGerman = paragraph.cues.language === 'de';
  if (isGerman && at < paragraph.tokens.length && !endsSentence(paragraph.tokens[at - 1])) {
    // In reported speech ("Der Steg sei „…“") the sentence before says who speaks.
    const own = sentenceStart(paragraph, at);
    const told = own > 0 && own < at ? subjectBefore(paragraph, own) : null;
    if (told !== null && mentionIn(paragraph, told.span) !== -1) return told;
  }
  const end = endsSentence(paragraph.tokens[at - 1]) ? at - 1 : at;
  const start = sentenceStart(paragraph, end);
  const span = (isGerman ? germanSubject : mainSubject)(paragraph, start, end);
  return span === null ? null : { span, cue: null };
}

function attribute(options: {
  scene: Scene;
  paragraph: Paragraph;
  decision: Decision;
}): Attribution {
  const { scene, paragraph, decision } = options;
  const { tokens, cues } = paragraph;
  const { span, rule, cue } = decision;
  const first = tokens[span.from];
  const mention = { start: first?.start ?? 0, end: tokens[span.to - 1]?.end ?? 0 };
  const named = mentionIn(paragraph, span);
  const pronoun = isPronoun(first, cues) ? (first?.lower ?? '') : null;
  const speaker =
    named === -1
      ? resolveMention({
          text: scene.text,
          mention,
          pronounGender: pronoun === null ? null : (cues.pronouns.get(pronoun) ?? 'any'),
          people: scene.people,
          mentions: scene.outside,
        })
      : (scene.mentions[named]?.person ?? null);
  const cueToken = cue === null ? undefined : tokens[cue];
  return {
    speaker,
    mention,
    cue: cueToken === undefined ? null : { start: cueToken.start, end: cueToken.end },
    rule,
    confidence: confidenceOf(rule, named !== -1 || pronoun !== null, cues.language),
  };
}

/** The person named in a span: the last one, as in "the harbour master, Ada Fenwick". */
function mentionIn({ mentionAt }: Paragraph, span: TokenSpan): number {
  for (let at = span.to - 1; at >= span.from; at -= 1) {
    const mention = mentionAt[at] ?? -1;
    if (mention !== -1) return mention;
  }
  return -1;
}

import { germanMessages } from './germanMessages';

/** What people wrote stays as it is. */
const AS_WRITTEN = new Set(['words', 'record', 'headline', 'file']);

/**
 * What fits into a place; anything where nothing is said. The name of a file has an ending, that of a
 * field stands in one pair of marks, and what it wants ends with its sentence.
 */
const SHAPES: Readonly<Record<string, string>> = {
  file: '[^:]+\\.\\w+',
  field: '[^“”]+',
  wanted: '[^.“”]+',
};

interface Phrase {
  english: RegExp;
  german: string;
}

const PHRASES: readonly Phrase[] = Object.entries(germanMessages).map(([english, german]) => ({
  english: new RegExp(`^${patternOf(english)}$`, 'su'),
  german,
}));

/** How the differences of a quotation stand one after the other (`differenceInWords`). */
const NEXT_DIFFERENCE = /, (?=the (?:text|record) |\d+ more differences$)/;

/**
 * What the server says in German; a sentence that is not known stays as it is. What is filled into
 * one may be a phrase of ours too ("the lead"), and is put into German in its turn.
 */
export function inGerman(message: string): string {
  const parts = message.split(NEXT_DIFFERENCE);
  if (parts.length > 1 && /^the (?:text|record) /.test(message)) {
    return parts.map(inGerman).join(', ');
  }
  return phraseInGerman(message) ?? sentencesInGerman(message);
}

function phraseInGerman(phrase: string): string | null {
  // Said word for word, before anything that only has its shape.
  if (Object.hasOwn(germanMessages, phrase)) return germanMessages[phrase] ?? null;
  for (const { english, german } of PHRASES) {
    const found = english.exec(phrase);
    if (!found) continue;
    return german.replace(/\{(\w+)\}/g, (_, place: string) => {
      const filling = found.groups?.[place] ?? '';
      return AS_WRITTEN.has(place) ? filling : inGerman(filling);
    });
  }
  return null;
}

/** Several messages one after the other, some of two sentences. */
function sentencesInGerman(message: string): string {
  const sentences = message.split(/(?<=[.!?”]) (?=\S)/u);
  const told: string[] = [];
  while (sentences.length > 0) {
    const most =
      sentences.length === 1 || told.length > 0 ? sentences.length : sentences.length - 1;
    let taken = 1;
    let german: string | null = null;
    for (let count = most; count > 0 && german === null; count -= 1) {
      german = phraseInGerman(sentences.slice(0, count).join(' '));
      if (german !== null) taken = count;
    }
    const [first = ''] = sentences;
    told.push(german ?? first);
    sentences.splice(0, taken);
  }
  return told.join(' ');
}

/** "This is {words}." matches with anything in the place of the words. */
function patternOf(english: string): string {
  return english
    .split(/(\{\w+\})/)
    .map((part) => {
      const [, place] = /^\{(\w+)\}$/.exec(part) ?? [];
      return place
        ? `(?<${place}>${SHAPES[place] ?? '.*?'})`
        : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
}

/** A character that nobody sees, or that changes the direction of what stands around it. */
export interface HiddenCharacter {
  /** UTF-16 offsets into the text. */
  start: number;
  end: number;
  /** U+200B */
  code: string;
  name: CharacterName;
}

export interface CharacterName {
  en: string;
  de: string;
}

/**
 * Whatever shows nothing, by the properties of Unicode: formats (direction, joiners, tags), controls
 * besides tab and line ends, what is ignored by default (fillers, variation selectors), separators
 * of lines, private and unassigned characters, halves of characters, and the blank of Braille.
 * Prepended marks (U+0600 and the like) are formats that are seen. An unassigned character that is
 * kept for pictographs may be one that is newer than whoever reads this.
 */
const HIDDEN =
  /[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\u2800]|(?!\p{Extended_Pictographic})\p{Cn}/gu;
const SEEN = /[\t\n\r\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]/u;

/** Scripts whose letters join, or do not, by an invisible character between them. */
const JOINING =
  /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Nkoo}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;
const LETTER_OR_MARK = /[\p{L}\p{M}]/u;
const PICTURE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{1f1e6}-\u{1f1ff}]/u;
/** The flags of England, Scotland and Wales are spelled with invisible letters. */
const SPELLED_FLAG =
  /\u{1f3f4}\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}/gu;

/** Which characters of a text nobody sees, where they stand and what they are called. */
export function hiddenCharacters(text: string): HiddenCharacter[] {
  // Almost every text has none.
  if (/^[\t\n\r -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e€]*$/.test(text)) return [];
  const flags = [...text.matchAll(SPELLED_FLAG)];
  return [...text.matchAll(HIDDEN)].flatMap(({ 0: character, index: start }) => {
    const end = start + character.length;
    const isInFlag = flags.some((flag) => start > flag.index && end <= flag.index + flag[0].length);
    if (SEEN.test(character) || isInFlag || hasUse(text, character, start)) return [];
    return [{ start, end, code: codeOf(character), name: nameOf(character) }];
  });
}

/** A text without them; the separators of lines become spaces. */
export function withoutHidden(text: string): { text: string; count: number } {
  const hidden = hiddenCharacters(text);
  let kept = '';
  let from = 0;
  for (const { start, end } of hidden) {
    kept += text.slice(from, start);
    if (/[\u2028\u2029]/.test(text.slice(start, end))) kept += ' ';
    from = end;
  }
  return { text: kept + text.slice(from), count: hidden.length };
}

/** Whether anybody would see something of a text. */
export function isSeen(text: string | null | undefined): text is string {
  return withoutHidden(text ?? '').text.trim() !== '';
}

/** A piece of a text: words as they are, or the mark of a character that nobody sees. */
export type MarkedPart = { text: string } | { mark: HiddenCharacter };

/** A text in parts, so that whoever reads it sees what is hidden in it. */
export function withMarks(text: string): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let from = 0;
  for (const mark of hiddenCharacters(text)) {
    if (mark.start > from) parts.push({ text: text.slice(from, mark.start) });
    parts.push({ mark });
    from = mark.end;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** What is hidden in a text, where, and what to do; null where nothing is. `path` names the text. */
export function hiddenInWords(path: string, text: string): string | null {
  const [first, ...more] = hiddenCharacters(text);
  if (!first) return null;
  const { name, code, start } = first;
  const before = withoutHidden(text.slice(0, start)).text.trim().split(/\s+/).at(-1) ?? '';
  const what = `${name.en} (${code})${more.length > 0 ? ` and ${more.length} more` : ''}`;
  return before === ''
    ? `“${path}” begins with what nobody sees: ${what}. Take it out, or write the words anew.`
    : `“${path}” holds what nobody sees after “${before}”, at place ${start + 1}: ${what}. Take it out, or write the words anew.`;
}

/** Some scripts and pictures need what elsewhere only hides. */
function hasUse(text: string, character: string, start: number): boolean {
  const before = characterBefore(text, start);
  const after = characterAt(text, start + character.length);
  if (character === '\u200c' || character === '\u200d') {
    const isAfterLetter = JOINING.test(before) && LETTER_OR_MARK.test(before);
    // The last letter of a word may be joined to nothing (Malayalam).
    if (isAfterLetter && (/\p{M}/u.test(before) || isLetterOfJoining(after))) return true;
    return (
      character === '\u200d' &&
      /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]/u.test(before) &&
      PICTURE.test(after)
    );
  }
  if (character === '\ufe0f' || character === '\ufe0e') {
    return /[0-9#*]/.test(before) ? after === '\u20e3' : /\p{Emoji}/u.test(before);
  }
  if (/[\ufe00-\ufe02\u{e0100}-\u{e01ef}]/u.test(character)) return /\p{Ideographic}/u.test(before);
  return /[\u180b-\u180d\u180f]/.test(character) && /\p{scx=Mong}/u.test(before);
}

function isLetterOfJoining(character: string): boolean {
  return JOINING.test(character) && LETTER_OR_MARK.test(character);
}

function characterAt(text: string, index: number): string {
  const point = text.codePointAt(index);
  return point === undefined ? '' : String.fromCodePoint(point);
}

function characterBefore(text: string, index: number): string {
  const unit = text.charAt(index - 1);
  return /[\udc00-\udfff]/.test(unit) && index > 1 ? characterAt(text, index - 2) : unit;
}

function codeOf(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}

function nameOf(character: string): CharacterName {
  return NAMES.find(([characters]) => characters.test(character))?.[1] ?? OTHER;
}

const OTHER: CharacterName = { en: 'unknown character', de: 'unbekanntes Zeichen' };

/** The first that fits. */
const NAMES: readonly (readonly [characters: RegExp, name: CharacterName])[] = [
  [/\u200b/, { en: 'zero-width space', de: 'Leerzeichen ohne Breite' }],
  [/\u00ad/, { en: 'soft hyphen', de: 'weicher Trennstrich' }],
  [/\u2060|\ufeff/, { en: 'zero-width no-break space', de: 'geschütztes Leerzeichen ohne Breite' }],
  [/\u200c/, { en: 'zero-width non-joiner', de: 'Bindehemmer' }],
  [/\u200d/, { en: 'zero-width joiner', de: 'Breitenloser Verbinder' }],
  [/\u200e/, { en: 'left-to-right mark', de: 'Links-nach-rechts-Zeichen' }],
  [/\u200f|\u061c/, { en: 'right-to-left mark', de: 'Rechts-nach-links-Zeichen' }],
  [
    /[\u202a\u202d\u2066]/,
    { en: 'switch to left-to-right', de: 'Umschaltung auf links nach rechts' },
  ],
  [
    /[\u202b\u202e\u2067]/,
    { en: 'switch to right-to-left', de: 'Umschaltung auf rechts nach links' },
  ],
  [/[\u202c\u2068\u2069]/, { en: 'change of direction', de: 'Wechsel der Schreibrichtung' }],
  [/[\u2028\u2029]/, { en: 'line separator', de: 'Zeilentrenner' }],
  [/[\u{e0000}-\u{e007f}]/u, { en: 'tag character', de: 'Tag-Zeichen' }],
  [/\p{Variation_Selector}/u, { en: 'variation selector', de: 'Variantenwähler' }],
  [/[\ufff9-\ufffb]/, { en: 'annotation character', de: 'Anmerkungszeichen' }],
  [
    /[\u115f\u1160\u3164\uffa0\u2800]|\u17b4|\u17b5/,
    { en: 'blank', de: 'unsichtbares Füllzeichen' },
  ],
  [/\p{Cc}/u, { en: 'control character', de: 'Steuerzeichen' }],
  [/\p{Cs}/u, { en: 'half a character', de: 'halbes Zeichen' }],
  [/\p{Co}/u, { en: 'private character', de: 'privates Zeichen' }],
  [/\p{Cf}/u, { en: 'invisible format character', de: 'unsichtbares Formatzeichen' }],
];

/** Every name that a character can have, for whoever says it in another language. */
export const CHARACTER_NAMES: readonly CharacterName[] = [OTHER, ...NAMES.map(([, name]) => name)];

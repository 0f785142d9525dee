import { analyse } from 'chardet';

import { newsroomLanguage } from '../languages';

export type TextErrorCode = 'TEXT_EMPTY' | 'TEXT_BINARY' | 'TEXT_BAD_ENCODING';

export type DecodedText =
  | {
      ok: true;
      text: string;
      /** By the name of the WHATWG Encoding Standard. */
      encoding: string;
      /** Whether the file says so itself: by a byte order mark, or in its text. */
      isDeclared: boolean;
      /** What the file declares where that is not what it is. */
      wronglyDeclared: string | null;
      /** Control characters, as agencies put them around a text, that were taken out. */
      controls: number;
      /** Characters of Windows-1252 that a wrong conversion had made controls of, put right. */
      mended: number;
    }
  | { ok: false; code: TextErrorCode; message: string; line?: number };

/** What a file's text may begin with to name its encoding. */
export type Declaration = 'xml' | 'html' | 'none';

/** The windows on the 8-bit encodings of chardet that are told apart by few letters. */
const NEARLY_AS_SURE = 15;
const SUREST_GUESS = 10;

/** Few enough to have been put around a text, rather than to be what the file is made of. */
const MOST_CONTROLS = 0.1;
const SOME_CONTROLS = 20;

/** What Windows-1252 has where ISO 8859-1 has controls (WHATWG index-windows-1252, 0x80 to 0x9F). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/**
 * Reads the bytes of a text file in the encoding that it declares, by a byte order mark or in its
 * text, else as UTF-8, else in the encoding that its bytes most likely are (WHATWG Encoding
 * Standard; chardet). The byte order mark and control characters are dropped, every other character
 * stays as it is. Lines count from 1. Refusals: TEXT_EMPTY, TEXT_BAD_ENCODING, TEXT_BINARY.
 */
export function decodeText(bytes: Uint8Array, declaration: Declaration = 'none'): DecodedText {
  const decoded = decode(bytes, declaration);
  if ('code' in decoded) return decoded;
  const { encoding, isDeclared, wronglyDeclared } = decoded;
  const isWindows = encoding === 'windows-1252';
  const mended = isWindows ? 0 : countOf(/[\u0080\u0082-\u0084\u0086-\u009f]/g, decoded.text);
  // Node decodes Windows-1252 as ISO 8859-1 up to version 23, and a wrong conversion does the same.
  const whole =
    isWindows || mended > 0
      ? decoded.text.replace(
          isWindows ? /[\u0080-\u009f]/g : /[\u0080\u0082-\u0084\u0086-\u009f]/g,
          (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control,
        )
      : decoded.text;
  const controls = countOf(CONTROLS, whole);
  const zero = whole.indexOf('\0');
  if (zero >= 0 || controls > Math.max(SOME_CONTROLS, whole.length * MOST_CONTROLS)) {
    const at = zero >= 0 ? zero : whole.search(CONTROLS);
    return refusal(
      'TEXT_BINARY',
      `It is no text: it holds the control character ${codePoint(whole, at)}. Save it as text and try again.`,
      lineAt(whole, at),
    );
  }
  const text = controls > 0 ? whole.replace(CONTROLS, '') : whole;
  if (text.trim() === '') {
    return refusal(
      'TEXT_EMPTY',
      'It is empty. Put the headline on the first line and the paragraphs below it.',
    );
  }
  return { ok: true, text, encoding, isDeclared, wronglyDeclared, controls, mended };
}

interface Decoded {
  text: string;
  encoding: string;
  isDeclared: boolean;
  wronglyDeclared: string | null;
}
type Refused = Extract<DecodedText, { ok: false }>;

function decode(bytes: Uint8Array, declaration: Declaration): Decoded | Refused {
  const marked = byMark(bytes);
  if (marked) {
    const text = decodeAs(bytes, marked);
    return text === null
      ? refusal(
          'TEXT_BAD_ENCODING',
          `It is not valid ${marked.toUpperCase()}. Save it with the encoding UTF-8 and try again.`,
          marked === 'utf-8' ? firstBadLine(bytes) : undefined,
        )
      : { text, encoding: marked, isDeclared: true, wronglyDeclared: null };
  }
  const wide = bytes.includes(0) ? withoutMark(bytes) : null;
  if (wide) return { ...wide, isDeclared: false, wronglyDeclared: null };
  if (bytes.includes(0)) {
    // A picture or an office file: telling its owner to change the encoding would mislead.
    return refusal(
      'TEXT_BINARY',
      'It is no text: it holds zero bytes. Save it as text and try again.',
    );
  }
  const declared = declaredIn(bytes, declaration);
  const utf8 = decodeAs(bytes, 'utf-8');
  // Whatever it declares: words of another encoding are not valid UTF-8 by chance.
  if (utf8 !== null) {
    const isOther = declared !== null && declared !== 'utf-8' && /[^\0-\x7f]/.test(utf8);
    return {
      text: utf8,
      encoding: 'utf-8',
      isDeclared: !isOther,
      wronglyDeclared: isOther ? declared : null,
    };
  }
  if (declared !== null && declared !== 'utf-8') {
    const text = decodeAs(bytes, declared);
    if (text !== null) return { text, encoding: declared, isDeclared: true, wronglyDeclared: null };
  }
  const guess = isBrokenUtf8(bytes) ? null : guessOf(bytes);
  if (guess) return { ...guess, isDeclared: false, wronglyDeclared: declared };
  return refusal(
    'TEXT_BAD_ENCODING',
    'It is not valid UTF-8. Save it with the encoding UTF-8 and try again.',
    firstBadLine(bytes),
  );
}

function refusal(code: TextErrorCode, message: string, line?: number): Refused {
  return line === undefined ? { ok: false, code, message } : { ok: false, code, message, line };
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null;
}

/** UTF-16 without a byte order mark: every other byte of most texts is zero. */
function withoutMark(bytes: Uint8Array): { text: string; encoding: string } | null {
  const zeros = [0, 0];
  const half = Math.ceil(bytes.length / 2);
  for (const [index, byte] of bytes.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros.map((count) => count / half);
  const encoding =
    odd > 0.3 && even < 0.05 ? 'utf-16le' : even > 0.3 && odd < 0.05 ? 'utf-16be' : null;
  const text = encoding && decodeAs(bytes, encoding);
  return encoding && text ? { text, encoding } : null;
}

/** The encoding that XML and HTML name in their first lines, null for none or one that nobody knows. */
function declaredIn(bytes: Uint8Array, declaration: Declaration): string | null {
  if (declaration === 'none') return null;
  const head = String.fromCharCode(...bytes.subarray(0, 2048));
  const xml = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
  const html =
    declaration === 'html'
      ? /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]
      : undefined;
  const label = xml ?? html;
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label);
    // A text that could be read this far is written in bytes, whatever it says.
    return encoding.startsWith('utf-16') ? null : encoding;
  } catch {
    return null;
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The likeliest encoding; of several that are nearly as likely, one of a language of the newsroom. */
function guessOf(bytes: Uint8Array): { text: string; encoding: string } | null {
  const guesses = analyse(bytes).flatMap(({ name, confidence, lang }) => {
    try {
      // The Encoding Standard takes ISO 8859-1 for the Windows-1252 that it almost always is.
      const { encoding } = new TextDecoder(name);
      return encoding === 'utf-8' ? [] : [{ encoding, confidence, lang: lang ?? null }];
    } catch {
      return [];
    }
  });
  const best = Math.max(0, ...guesses.map(({ confidence }) => confidence));
  if (best < SUREST_GUESS) return null;
  const near = guesses.filter(({ confidence }) => confidence >= best - NEARLY_AS_SURE);
  const chosen =
    near.find(({ lang }) => newsroomLanguage(lang) !== null) ??
    near.find(({ encoding }) => encoding === 'windows-1252');
  for (const { encoding } of [...(chosen ? [chosen] : []), ...near]) {
    const text = decodeAs(bytes, encoding);
    if (text !== null) return { text, encoding };
  }
  return null;
}

/** UTF-8 with a broken place: read as anything else, every other letter would be broken too. */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = countOf(/\uFFFD/g, text);
  return countOf(/[^\0-\x7f\uFFFD]/g, text) >= 4 * broken;
}

/** In UTF-8 a byte 0x0A is always a line feed, so each line can be judged alone. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed;
    if (decodeAs(bytes.subarray(start, end), 'utf-8') === null) return line;
    start = end + 1;
    line += 1;
  }
  return line;
}

/** Tab, line feed, form feed and carriage return are text; every other C0 control and DEL is not. */
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g;

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}

function codePoint(text: string, offset: number): string {
  return `U+${text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0')}`;
}

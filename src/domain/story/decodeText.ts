export type TextErrorCode = 'TEXT_EMPTY' | 'TEXT_BINARY' | 'TEXT_BAD_ENCODING';

export type DecodedText =
  { ok: true; text: string } | { ok: false; code: TextErrorCode; message: string; line?: number };

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * Reads the bytes of a text file: UTF-8, or UTF-16 where a byte order mark says so (WHATWG Encoding
 * Standard). The byte order mark is dropped, every other character stays as it is.
 * Lines count from 1. Refusals: TEXT_EMPTY, TEXT_BAD_ENCODING, TEXT_BINARY.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  const text = decode(bytes, encoding);
  if (text === null) return encodingRefusal(bytes, encoding);
  const control = firstControl(text);
  if (control !== -1) {
    return refusal(
      'TEXT_BINARY',
      `It is no text: it holds the control character ${codePoint(text, control)}. Save it as text and try again.`,
      lineAt(text, control),
    );
  }
  if (text.trim() === '') {
    return refusal(
      'TEXT_EMPTY',
      'It is empty. Put the headline on the first line and the paragraphs below it.',
    );
  }
  return { ok: true, text };
}

function refusal(code: TextErrorCode, message: string, line?: number): DecodedText {
  return line === undefined ? { ok: false, code, message } : { ok: false, code, message, line };
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function encodingRefusal(bytes: Uint8Array, encoding: Encoding): DecodedText {
  // A picture or an office file is seldom valid UTF-8: telling its owner to change the encoding
  // would mislead.
  if (encoding === 'utf-8' && bytes.includes(0)) {
    return refusal(
      'TEXT_BINARY',
      'It is no text: it holds zero bytes. Save it as text and try again.',
    );
  }
  return refusal(
    'TEXT_BAD_ENCODING',
    `It is not valid ${encoding.toUpperCase()}. Save it with the encoding UTF-8 and try again.`,
    encoding === 'utf-8' ? firstBadLine(bytes) : undefined,
  );
}

/** In UTF-8 a byte 0x0A is always a line feed, so each line can be judged alone. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed;
    if (decode(bytes.subarray(start, end), 'utf-8') === null) return line;
    start = end + 1;
    line += 1;
  }
  return line;
}

/** Tab, line feed, form feed and carriage return are text; every other C0 control and DEL is not. */
function firstControl(text: string): number {
  // eslint-disable-next-line no-control-regex
  return text.search(/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}

function codePoint(text: string, offset: number): string {
  return `U+${text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0')}`;
}

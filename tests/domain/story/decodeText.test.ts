import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodeText } from '../../../src/domain/story/decodeText';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const fileName = 'harbour.txt';

function utf16(text: string, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  view.setUint16(0, 0xfeff, isLittle);
  for (let at = 0; at < text.length; at += 1) {
    view.setUint16(2 * at + 2, text.charCodeAt(at), isLittle);
  }
  return new Uint8Array(view.buffer);
}

describe('decodeText', () => {
  it('gives every UTF-8 text back unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (words) => {
        const text = `Headline\n\n${words.replace(/[\p{Cc}\uFEFF]/gu, '')}`;
        expect(decodeText(utf8(text), { fileName })).toEqual({ ok: true, text });
      }),
    );
  });

  it('drops a byte order mark and reads UTF-16 of both byte orders', () => {
    const text = 'Ferry “returns”\r\n\r\nÀ bientôt 🚢';
    expect(decodeText(utf8(`\uFEFF${text}`), { fileName })).toEqual({ ok: true, text });
    expect(decodeText(utf16(text, true), { fileName })).toEqual({ ok: true, text });
    expect(decodeText(utf16(text, false), { fileName })).toEqual({ ok: true, text });
  });

  it('refuses an empty file and one of spaces alone', () => {
    for (const bytes of [new Uint8Array(), utf8(' \n\t\r\n ')]) {
      expect(decodeText(bytes, { fileName })).toMatchObject({ ok: false, code: 'TEXT_EMPTY' });
    }
  });

  it('refuses binary files and says so, whether or not they are valid UTF-8', () => {
    const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]);
    expect(decodeText(picture, { fileName })).toMatchObject({ ok: false, code: 'TEXT_BINARY' });
    const control = decodeText(utf8('Headline\n\nA bell\u0007 rang'), { fileName });
    expect(control).toMatchObject({ ok: false, code: 'TEXT_BINARY', line: 3 });
    expect(control).toHaveProperty('message', expect.stringContaining('harbour.txt, line 3'));
  });

  it('names the line whose bytes are no UTF-8', () => {
    const latin1 = new Uint8Array([...utf8('Headline\n\nCaf'), 0xe9, ...utf8(' closed\n')]);
    expect(decodeText(latin1, { fileName })).toEqual({
      ok: false,
      code: 'TEXT_BAD_ENCODING',
      line: 3,
      message:
        'harbour.txt, line 3: not valid UTF-8. Save the file with the encoding UTF-8 and try again.',
    });
  });

  it('refuses a UTF-16 file that ends in the middle of a character', () => {
    const cut = utf16('Headline', true).slice(0, -1);
    expect(decodeText(cut, { fileName })).toMatchObject({ ok: false, code: 'TEXT_BAD_ENCODING' });
  });

  it('refuses what is too large before it reads a byte of it', () => {
    const bytes = new Uint8Array(50 * 1024 * 1024).fill(0xff);
    const answer = decodeText(bytes, { fileName });
    expect(answer).toMatchObject({ ok: false, code: 'TEXT_TOO_LARGE' });
    expect(decodeText(utf8('12345'), { fileName, maxBytes: 4 })).toHaveProperty(
      'message',
      expect.stringContaining('harbour.txt has 5 bytes, more than the 4 allowed'),
    );
    expect(decodeText(utf8('1234'), { fileName, maxBytes: 4 })).toMatchObject({ ok: true });
  });
});

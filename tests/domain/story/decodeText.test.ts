import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodeText } from '../../../src/domain/story/decodeText';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

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
        expect(decodeText(utf8(text))).toEqual({ ok: true, text });
      }),
    );
  });

  it('drops a byte order mark and reads UTF-16 of both byte orders', () => {
    const text = 'Ferry “returns”\r\n\r\nÀ bientôt 🚢';
    expect(decodeText(utf8(`\uFEFF${text}`))).toEqual({ ok: true, text });
    expect(decodeText(utf16(text, true))).toEqual({ ok: true, text });
    expect(decodeText(utf16(text, false))).toEqual({ ok: true, text });
  });

  it('refuses an empty file and one of spaces alone', () => {
    for (const bytes of [new Uint8Array(), utf8(' \n\t\r\n ')]) {
      expect(decodeText(bytes)).toMatchObject({ ok: false, code: 'TEXT_EMPTY' });
    }
  });

  it('refuses binary files and says so, whether or not they are valid UTF-8', () => {
    const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]);
    expect(decodeText(picture)).toMatchObject({ ok: false, code: 'TEXT_BINARY' });
    const control = decodeText(utf8('Headline\n\nA bell\u0007 rang'));
    expect(control).toMatchObject({ ok: false, code: 'TEXT_BINARY', line: 3 });
    expect(control).toHaveProperty('message', expect.stringContaining('U+0007'));
  });

  it('names the line whose bytes are no UTF-8', () => {
    const latin1 = new Uint8Array([...utf8('Headline\n\nCaf'), 0xe9, ...utf8(' closed\n')]);
    expect(decodeText(latin1)).toEqual({
      ok: false,
      code: 'TEXT_BAD_ENCODING',
      line: 3,
      message: 'It is not valid UTF-8. Save it with the encoding UTF-8 and try again.',
    });
  });

  it('refuses a UTF-16 file that ends in the middle of a character', () => {
    const cut = utf16('Headline', true).slice(0, -1);
    expect(decodeText(cut)).toMatchObject({ ok: false, code: 'TEXT_BAD_ENCODING' });
  });
});

import fc from 'fast-check';
import iconv from 'iconv-lite';
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
        expect(decodeText(utf8(text))).toMatchObject({
          ok: true,
          text,
          encoding: 'utf-8',
          controls: 0,
        });
      }),
    );
  });

  it('drops a byte order mark and reads UTF-16 of both byte orders', () => {
    const text = 'Ferry “returns”\r\n\r\nÀ bientôt 🚢';
    expect(decodeText(utf8(`\uFEFF${text}`))).toMatchObject({ ok: true, text, isDeclared: true });
    expect(decodeText(utf16(text, true))).toMatchObject({ ok: true, text, isDeclared: true });
    expect(decodeText(utf16(text, false))).toMatchObject({ ok: true, text, isDeclared: true });
  });

  it('refuses an empty file and one of spaces alone', () => {
    for (const bytes of [new Uint8Array(), utf8(' \n\t\r\n ')]) {
      expect(decodeText(bytes)).toMatchObject({ ok: false, code: 'TEXT_EMPTY' });
    }
  });

  it('refuses binary files and says so, whether or not they are valid UTF-8', () => {
    const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]);
    expect(decodeText(picture)).toMatchObject({ ok: false, code: 'TEXT_BINARY' });
    const control = decodeText(utf8(`Headline\n\n${'A bell\u0007'.repeat(30)}`));
    expect(control).toMatchObject({ ok: false, code: 'TEXT_BINARY', line: 3 });
    expect(control).toHaveProperty('message', expect.stringContaining('U+0007'));
  });

  it('takes out the few control characters that agencies put around a text, and counts them', () => {
    const text = '\u0001Headline\u0002\n\nA paragraph of a wire.\u0003\u0004';
    expect(decodeText(utf8(text))).toMatchObject({
      ok: true,
      text: 'Headline\n\nA paragraph of a wire.',
      controls: 4,
    });
  });

  it('puts right what a wrong conversion made of Windows-1252', () => {
    expect(decodeText(utf8('Headline\n\n\u0093It\u0092s over\u0094'))).toMatchObject({
      text: 'Headline\n\n“It’s over”',
      mended: 3,
    });
  });

  it('names the line of UTF-8 with a broken place, rather than read all of it as something else', () => {
    const broken = new Uint8Array([
      ...utf8('Über Köln\n\nÄpfel für Käthe'),
      0xe9,
      ...utf8(' und Öl\n'),
    ]);
    expect(decodeText(broken)).toEqual({
      ok: false,
      code: 'TEXT_BAD_ENCODING',
      line: 3,
      message: 'It is not valid UTF-8. Save it with the encoding UTF-8 and try again.',
    });
  });

  const GERMAN =
    'Die Mühle schließt. „Wir haben alles versucht“, sagte die Müllerin über ihre Bäcker.';
  const FRENCH = 'Le moulin ferme. L’été a été très chaud à la mairie, a déclaré la directrice.';
  const RUSSIAN = 'Мельница закроется в мае. Мы сделали всё, что могли, сказала Анна Коваль.';
  const POLISH = 'Młyn zostanie zamknięty w maju. Zrobiliśmy wszystko, powiedziała Anna Nowak.';
  it.each([
    ['windows-1252', GERMAN],
    ['windows-1252', FRENCH],
    ['windows-1250', POLISH],
    ['iso-8859-2', POLISH],
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['shift_jis', '製粉所は五月に閉鎖される。私たちはできる限りのことをしました。'],
    ['gb18030', '磨坊将于五月关闭，市政府周一表示。我们尽了一切努力。'],
  ])('recognises %s by its bytes', (encoding, text) => {
    const decoded = decodeText(iconv.encode(`Headline\n\n${text}`, encoding));
    expect(decoded).toMatchObject({ ok: true, text: `Headline\n\n${text}`, encoding });
    expect(decoded).toMatchObject({ isDeclared: false });
  });

  it('reads UTF-16 without a byte order mark', () => {
    const text = 'Headline\n\nThe ferry returns.';
    expect(decodeText(utf16(text, true).slice(2))).toMatchObject({ text, encoding: 'utf-16le' });
    expect(decodeText(utf16(text, false).slice(2))).toMatchObject({ text, encoding: 'utf-16be' });
  });

  it.each([
    ['xml', '<?xml version="1.0" encoding="ISO-8859-15"?><a>', 'iso-8859-15'],
    ['xml', "<?xml version='1.0' encoding='windows-1251'?><a>", 'windows-1251'],
    ['html', '<!doctype html><meta charset=iso-8859-15><p>', 'iso-8859-15'],
    ['html', '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>', 'koi8-r'],
  ] as const)('reads %s in the encoding that it declares: %s', (declaration, head, encoding) => {
    const words = /15/.test(encoding) ? 'Zehn €, Œuvre' : 'Мельница';
    const bytes = iconv.encode(`${head}${words}`, encoding);
    expect(decodeText(bytes, declaration)).toMatchObject({
      text: `${head}${words}`,
      encoding,
      isDeclared: true,
    });
  });

  it('says where a file is in another encoding than it declares', () => {
    const text = '<?xml version="1.0" encoding="ISO-8859-1"?><a>Mühle</a>';
    expect(decodeText(utf8(text), 'xml')).toMatchObject({
      text,
      encoding: 'utf-8',
      wronglyDeclared: 'windows-1252',
    });
    const latin = iconv.encode(`<meta charset=utf-8><p>${GERMAN}`, 'windows-1252');
    expect(decodeText(latin, 'html')).toMatchObject({
      text: `<meta charset=utf-8><p>${GERMAN}`,
      encoding: 'windows-1252',
      wronglyDeclared: 'utf-8',
    });
  });

  it('refuses a UTF-16 file that ends in the middle of a character', () => {
    const cut = utf16('Headline', true).slice(0, -1);
    expect(decodeText(cut)).toMatchObject({ ok: false, code: 'TEXT_BAD_ENCODING' });
  });
});

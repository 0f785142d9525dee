import fc from 'fast-check';
import type { FlattenedField } from 'payload';
import { describe, expect, it } from 'vitest';

import { FIELD_CHARACTERS } from '../../../src/domain/characters/fieldCharacters';
import {
  hiddenCharacters,
  hiddenInWords,
  isSeen,
  withMarks,
  withoutHidden,
} from '../../../src/domain/characters/hiddenCharacters';

describe('a character that nobody sees', () => {
  it.each([
    ['zero-width space', 'har\u200bbour', 'U+200B'],
    ['soft hyphen', 'har\u00adbour', 'U+00AD'],
    ['zero-width no-break space', '\ufeffharbour', 'U+FEFF'],
    ['switch to right-to-left', 'har\u202ebour', 'U+202E'],
    ['switch to right-to-left', 'har\u2067bour', 'U+2067'],
    ['change of direction', 'har\u202cbour', 'U+202C'],
    ['left-to-right mark', 'har\u200ebour', 'U+200E'],
    ['right-to-left mark', 'har\u061cbour', 'U+061C'],
    ['zero-width joiner', 'har\u200dbour', 'U+200D'],
    ['zero-width non-joiner', 'har\u200cbour', 'U+200C'],
    ['tag character', 'har\u{e0041}bour', 'U+E0041'],
    ['variation selector', 'har\ufe0fbour', 'U+FE0F'],
    ['annotation character', 'har\ufffabour', 'U+FFFA'],
    ['blank', 'har\u3164bour', 'U+3164'],
    ['blank', '\u2800', 'U+2800'],
    ['line separator', 'har\u2028bour', 'U+2028'],
    ['control character', 'har\u0007bour', 'U+0007'],
    ['private character', 'har\ue000bour', 'U+E000'],
    ['half a character', 'har\ud83dbour', 'U+D83D'],
  ])('%s in %j', (name, text, code) => {
    const [found, ...more] = hiddenCharacters(text);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code, name: { en: name } });
    expect(found?.name.de).not.toBe(name);
    const start = text.search(/[^A-Za-z]/);
    expect([found?.start, found?.end]).toEqual([start, start + (code.length > 6 ? 2 : 1)]);
  });

  it.each([
    ['no-break spaces and typography', 'Ein\u00a0Wort\u202f–\u2009„so“ … · ½ × 3\u2011fach'],
    ['tabs and lines', 'a\tb\r\nc'],
    ['Persian', 'می\u200cخواهم'],
    ['Hindi', 'क्\u200dष और क्\u200cष'],
    ['Malayalam at the end of a word', 'അവന്\u200d വന്നു'],
    [
      'families and professions',
      '👨\u200d👩\u200d👧\u200d👦 👩🏽\u200d🚒 ❤\ufe0f\u200d🔥 🏳\ufe0f\u200d🌈',
    ],
    ['keycaps, flags and signs', '1\ufe0f\u20e3 🇩🇪 ©\ufe0f ☎\ufe0e'],
    ['the flag of Wales', '🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}'],
    ['a variant of a Japanese name', '葛\u{e0100}城'],
    ['marks of Arabic numbers', '\u0600\u0661'],
    ['every script', 'Ωμέγα Москва 東京 서울 שלום بحر ไทย'],
  ])('is none of %s', (_, text) => {
    expect(hiddenCharacters(text)).toEqual([]);
    expect(withoutHidden(text)).toEqual({ text, count: 0 });
  });

  it('is taken out and marked where it stands, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const parts = withMarks(text);
        const back = parts.map((part) =>
          'text' in part ? part.text : text.slice(part.mark.start, part.mark.end),
        );
        expect(back.join('')).toBe(text);
        expect(withoutHidden(text).count).toBe(parts.filter((part) => 'mark' in part).length);
      }),
      { numRuns: 2000 },
    );
  });

  it('is told with its name, its place and what to do', () => {
    expect(hiddenInWords('headline', 'Port Hal\u200blow \u202e')).toBe(
      '“headline” holds what nobody sees after “Hal”, at place 9: zero-width space (U+200B) and 1 more. Take it out, or write the words anew.',
    );
    expect(hiddenInWords('headline', '\u200bPort')).toMatch(/^“headline” begins with/);
    expect(hiddenInWords('headline', 'Port')).toBeNull();
  });

  it('makes no word', () => {
    expect([' \u200b\u00ad', '\u2800', '', null, undefined].some(isSeen)).toBe(false);
    expect(isSeen('\u200ba')).toBe(true);
  });
});

describe('the table of fields', async () => {
  const { default: config } = await import('../../../payload.config');
  const { collections } = await config;
  const TEXTS = new Set(['text', 'textarea', 'richText']);

  it.each(Object.keys(FIELD_CHARACTERS))('names every text of %s that somebody writes', (slug) => {
    const { flattenedFields } = collections.find((each) => each.slug === slug) ?? {
      flattenedFields: [],
    };
    const paths: string[] = [];
    const walk = (fields: readonly FlattenedField[], above: string): void => {
      for (const field of fields) {
        const isClosed =
          'admin' in field && (field.admin as { hidden?: unknown } | undefined)?.hidden === true;
        const isOfFile =
          above === '' &&
          slug === 'media' &&
          !['alt', 'caption', 'credit', 'rights'].includes(field.name);
        if (isClosed || isOfFile || ['id', 'holdReason'].includes(field.name)) continue;
        if (TEXTS.has(field.type)) paths.push(`${above}${field.name}`);
        else if ('flattenedFields' in field) walk(field.flattenedFields, `${above}${field.name}.`);
      }
    };
    walk(flattenedFields, '');
    expect(paths.toSorted()).toEqual(Object.keys(FIELD_CHARACTERS[slug] ?? {}).toSorted());
  });
});

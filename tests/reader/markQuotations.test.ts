import { describe, expect, it } from 'vitest';

import { escapeHtml } from '../../src/domain/richText/escapeHtml';
import { markQuotations } from '../../src/reader/markQuotations';

const marked = (body: string, ...texts: string[]) =>
  markQuotations(
    body,
    texts.map((text) => ({ text })),
    (words) => `[${words}]`,
  );

describe('a quotation is found in the text', () => {
  it.each([
    [
      'as it stands',
      '<p>“The light is back.”</p>',
      'The light is back.',
      '<p>[“The light is back.”]</p>',
    ],
    [
      'with the punctuation of a sentence that goes on',
      '<p>“The light is back,” she said.</p>',
      'The light is back.',
      '<p>[“The light is back,”] she said.</p>',
    ],
    [
      'whatever its marks and apostrophes',
      `<p>${escapeHtml(`"It's our harbour"`)}, he said.</p>`,
      'It’s our harbour.',
      '<p>[&quot;It&#39;s our harbour&quot;], he said.</p>',
    ],
    [
      'with signs that mean something in patterns and in markup',
      `<p>${escapeHtml('“5 < 6 (really?) & more”')}</p>`,
      '5 < 6 (really?) & more',
      '<p>[“5 &lt; 6 (really?) &amp; more”]</p>',
    ],
  ])('%s', (_name, body, text, expected) => {
    expect(marked(body, text)).toBe(expected);
  });

  it('once, and never in a tag or in another quotation', () => {
    const body = '<p><a href="/the-light-is-back">The light is back</a>. The light is back.</p>';
    expect(marked(body, 'the-light-is-back')).toBe(body);
    expect(marked(body, 'The light is back')).toBe(
      '<p><a href="/the-light-is-back">[The light is back]</a>. The light is back.</p>',
    );
    expect(
      marked(
        '<p>“We said the light is back”</p>',
        'We said the light is back',
        'the light is back',
      ),
    ).toBe('<p>[“We said the light is back”]</p>');
  });

  it('or left alone where it is not there in its own words', () => {
    const body = '<p>“The <em>light</em> is back.” Yes.</p>';
    expect(marked(body, 'The light is back.', 'Yes.', 'Never said here')).toBe(body);
  });
});

import { describe, expect, it } from 'vitest';

import { openReceipt } from '../../../src/domain/formats/Receipt';
import { blocksFromHtml } from '../../../src/domain/richText/blocksFromHtml';
import { bodyFaults } from '../../../src/domain/richText/bodySchema';
import { lexicalHtml } from '../../../src/domain/richText/lexicalHtml';
import type { RichText } from '../../../src/domain/richText/RichText';

const references = { quote: () => null, image: () => null, article: () => null };

function read(html: string) {
  const book = openReceipt();
  const blocks = blocksFromHtml(html, { book, base: null, language: null });
  const children = blocks.flatMap((block) => (block.level === null ? [block.node] : []));
  const root = { type: 'root', children, version: 1, format: '' as const, indent: 0 };
  const body: RichText = { root: { ...root, direction: null } };
  expect(bodyFaults(body)).toEqual([]);
  return { html: lexicalHtml(body, references), receipt: book.receipt() };
}

describe('a table in HTML', () => {
  it('keeps its heading cells, spans, emphasis, links and lists, and its caption above it', () => {
    const { html, receipt } = read(
      '<table><caption>Ships a year</caption><tr><th></th><th colspan="2">Ships</th></tr>' +
        '<tr><th>2023</th><td><b>4</b></td><td><a href="https://a.example/">more</a></td></tr>' +
        '<tr><th>2024</th><td colspan=2><ul><li>Nine</li></ul></td></tr></table>',
    );
    expect(html).toBe(
      '<p>Ships a year</p><table><thead><tr><th scope="col"></th><th scope="col" colspan="2">Ships</th></tr></thead>' +
        '<tbody><tr><th scope="row">2023</th><td><strong>4</strong></td><td><a href="https://a.example/">more</a></td></tr>' +
        '<tr><th scope="row">2024</th><td colspan="2"><ul><li>Nine</li></ul></td></tr></tbody></table>',
    );
    expect(receipt.map(({ code }) => code)).toEqual(['caption']);
  });

  it('gets the cells that a short row lacks', () => {
    expect(read('<table><tr><td rowspan=2>a<td>b<tr><td>c<td>d<tr><td>e</table>').html).toBe(
      '<table><tbody><tr><td rowspan="2">a</td><td>b</td><td></td></tr><tr><td>c</td><td>d</td></tr>' +
        '<tr><td>e</td><td></td><td></td></tr></tbody></table>',
    );
  });

  it('is none where it only puts blocks beside each other', () => {
    for (const html of [
      '<table role="presentation"><tr><td>One</td><td>Two</td></tr></table>',
      '<table><tr><td><h2>One</h2><p>Words.</p></td><td>Two</td></tr></table>',
      '<table><tr><td><table><tr><td>One</td></tr></table></td><td>Two</td></tr></table>',
      '<table><tr><td>One</td></tr><tr><td>Two</td></tr></table>',
    ])
      expect(read(html).html, html).not.toContain('<table>');
  });

  it('becomes lines where it is longer than an editor can open, and says so', () => {
    const row = '<tr><td>1</td><td>2</td></tr>';
    const long = read(`<table>${row.repeat(2_501)}</table>`);
    expect(long.html.startsWith('<p>1 | 2</p><p>1 | 2</p>')).toBe(true);
    expect(long.receipt.map(({ code }) => code)).toEqual(['tableAsLines']);
    const wide = '<tr><td colspan="9999" rowspan="9999">1</td><td>2</td></tr>';
    expect(read(`<table>${wide.repeat(500)}</table>`).html).not.toContain('<table>');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexicalFromParagraphs } from '../../../src/domain/richText/lexicalFromParagraphs';
import { lexicalParagraphs, lexicalText } from '../../../src/domain/richText/lexicalText';
import type { RichText, RichTextNode } from '../../../src/domain/richText/RichText';

const node = (type: string, rest: object = {}): RichTextNode => ({ type, version: 1, ...rest });
const text = (words: string): RichTextNode => node('text', { text: words });
const body = (...children: RichTextNode[]): RichText => {
  const state = lexicalFromParagraphs([]);
  state.root.children = children;
  return state;
};

describe('lexicalText', () => {
  it('gives back the paragraphs that a body was made from', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (paragraphs) => {
        expect(lexicalParagraphs(lexicalFromParagraphs(paragraphs))).toEqual(
          paragraphs.filter((paragraph) => paragraph.trim() !== ''),
        );
      }),
    );
  });

  it('joins marked-up words, links, breaks and tabs within a paragraph', () => {
    const state = body(
      node('paragraph', {
        children: [
          text('The '),
          node('link', { children: [text('old '), text('quay')] }),
          node('linebreak'),
          text('is shut'),
          node('tab'),
          text('.'),
        ],
      }),
    );
    expect(lexicalText(state)).toBe('The old quay\nis shut\t.');
  });

  it('separates headings, list items, nested lists and quotations by blank lines', () => {
    const state = body(
      node('heading', { children: [text('Plan')] }),
      node('list', {
        children: [
          node('listitem', { children: [text('One')] }),
          node('listitem', {
            children: [node('list', { children: [node('listitem', { children: [text('Two')] })] })],
          }),
        ],
      }),
      node('paragraph', { children: [] }),
      node('quote', { children: [text('Three')] }),
    );
    expect(lexicalText(state)).toBe('Plan\n\nOne\n\nTwo\n\nThree');
  });

  it('has no words for images, embeds, pull quotes and an absent body', () => {
    expect(lexicalText(body(node('upload', { value: 'm1' }), node('block', { fields: {} })))).toBe(
      '',
    );
    expect(lexicalText(null)).toBe('');
  });
});

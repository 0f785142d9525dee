import { describe, expect, it } from 'vitest';

import { buildSections } from '../../../src/domain/story/buildSections';

const sectionsOf = (...texts: string[]) =>
  buildSections(texts.map((text, index) => ({ text, line: index + 1 })));

describe('buildSections', () => {
  it('starts a section at a short line between paragraphs', () => {
    expect(sectionsOf('A lead.', 'What It Costs', 'Four marks.', 'Who may vote?', 'All.')).toEqual([
      { heading: null, paragraphs: ['A lead.'] },
      { heading: 'What It Costs', paragraphs: ['Four marks.'] },
      { heading: 'Who may vote?', paragraphs: ['All.'] },
    ]);
  });

  it('reads Markdown headings without their signs, one after another too', () => {
    expect(sectionsOf('A lead.', '## Costs', '### Tickets ##', 'Four marks.')).toEqual([
      { heading: null, paragraphs: ['A lead.'] },
      { heading: 'Costs', paragraphs: [] },
      { heading: 'Tickets', paragraphs: ['Four marks.'] },
    ]);
  });

  it.each([
    [
      'a list of short lines',
      ['The names are these:', 'Marl House', 'Fenwick Library', 'That is all.'],
    ],
    ['a last line', ['A lead.', 'Nobody Came']],
    ['speech of its own', ['A lead.', '“Nobody came”', 'He left.']],
    ['a sentence', ['A lead.', 'Nobody came.', 'He left.']],
    ['a numbered item', ['A lead.', '1. Nobody came', 'He left.']],
    ['a line in small letters', ['A lead.', 'nobody came', 'He left.']],
  ])('takes %s for a paragraph', (_what, texts) => {
    expect(sectionsOf(...texts)).toEqual([{ heading: null, paragraphs: texts }]);
  });

  it('leaves the lead empty where a heading stands on top', () => {
    expect(sectionsOf('What It Costs', 'Four marks.')).toEqual([
      { heading: null, paragraphs: [] },
      { heading: 'What It Costs', paragraphs: ['Four marks.'] },
    ]);
  });
});

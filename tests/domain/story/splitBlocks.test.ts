import { describe, expect, it } from 'vitest';

import { normaliseLines } from '../../../src/domain/story/normaliseLines';
import { splitBlocks } from '../../../src/domain/story/splitBlocks';

describe('normaliseLines', () => {
  it('gives Windows, old Mac and Unicode line ends one form and keeps the words', () => {
    expect(normaliseLines('\uFEFFa\r\nb\rc\u2028d\u0085e  \n“f’s”')).toBe('a\nb\nc\nd\ne\n“f’s”');
  });
});

describe('splitBlocks', () => {
  it('splits at empty lines and counts the lines from one', () => {
    expect(splitBlocks('Head\n\n\nFirst.\n \nSecond.')).toEqual([
      { text: 'Head', line: 1 },
      { text: 'First.', line: 4 },
      { text: 'Second.', line: 6 },
    ]);
  });

  it('takes each line for a paragraph where no empty lines stand between', () => {
    const text = 'Head\nThe ferry sailed on Monday.\nNobody was aboard but the mayor, who waved.';
    expect(splitBlocks(text).map((block) => block.text)).toEqual(text.split('\n'));
  });

  it('joins lines that were wrapped to a width', () => {
    const lines = [
      'The ferry between Port Hallow and the island sailed again on Monday,',
      'three winters after a storm tore its pier away and left the post to',
      'a man with a rowing boat.',
    ];
    expect(splitBlocks(lines.join('\n'))).toEqual([{ text: lines.join(' '), line: 1 }]);
  });

  it('keeps a heading apart from the paragraph right below it', () => {
    expect(splitBlocks('What It Costs\nA ticket costs four marks, as before.')).toHaveLength(2);
    expect(splitBlocks('## Costs\nA ticket costs four marks, as before.')).toHaveLength(2);
  });
});

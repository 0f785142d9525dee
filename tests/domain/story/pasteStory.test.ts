import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { childrenOf, type RichTextNode } from '../../../src/domain/richText/RichText';
import { pasteStory } from '../../../src/domain/story/pasteStory';

const clipboard = (name: string) => ({
  html: readFileSync(path.resolve(import.meta.dirname, '../../fixtures/pastes', name), 'utf8'),
  text: '',
});

/** A block in one line: what it is, and its words with what is left of their look. */
function outline(node: RichTextNode): string {
  if (typeof node.text === 'string') {
    const look = { 0: '', 1: '*', 2: '_' }[Number(node.format)] ?? '?';
    return `${look}${node.text}${look}`;
  }
  const words = childrenOf(node).map(outline);
  if (node.type === 'link') {
    return `[${words.join('')}](${String((node.fields as { url: string }).url)})`;
  }
  if (node.type === 'listitem') return words.join('');
  const kind = typeof node.tag === 'string' ? node.tag : node.type;
  return `${kind}: ${words.join(node.type === 'list' ? ' / ' : '')}`;
}

const WAIT =
  '“We waited eleven years for this light,” Ada Quill, the harbour master, said. “It’s here—at last.”';
const LEAD =
  'paragraph: The lamp was lit on *Sunday*. It can be seen from _Skarv Point_, [the port says](https://port.example/tides?a=1&b=2).';

describe('a paste from Word', () => {
  it('keeps headings, emphasis, links, quotations and lists, and nothing of its look', () => {
    const pasted = pasteStory({ ...clipboard('word.html'), isPageEmpty: true });
    expect(pasted.headline).toBe('Port Hallow lights its lamp');
    expect(pasted.standfirst).toBe('After eleven dark years ships can see the harbour again');
    expect(pasted.besides).toEqual([]);
    expect(pasted.blocks.map(outline)).toEqual([
      LEAD,
      'h2: A long wait',
      `paragraph: ${WAIT.replace('at last', 'at\u00a0last')}`,
      'quote: A lamp is a promise.',
      'h3: What is next',
      'ul: A second lamp / A *new* pier',
      'ol: Count the ships',
      'h2: The cost',
      'paragraph: Two million crowns',
      'paragraph: Nobody knows who pays.',
    ]);
    expect(JSON.stringify(pasted.blocks)).not.toMatch(/mso|yellow|supportLists|·|<o:p/i);
  });

  it('on a page with words brings its title as a heading like the others', () => {
    const { headline, blocks } = pasteStory({ ...clipboard('word.html'), isPageEmpty: false });
    expect(headline).toBeNull();
    expect(blocks.map(outline).filter((line) => /^h/.test(line))).toEqual([
      'h2: Port Hallow lights its lamp',
      'h2: A long wait',
      'h3: What is next',
      'h2: The cost',
    ]);
  });
});

describe('a paste from Google Docs', () => {
  it('keeps headings, emphasis, links and lists, and is not bold as a whole', () => {
    const pasted = pasteStory({ ...clipboard('googleDocs.html'), isPageEmpty: true });
    expect(pasted.headline).toBe('Port Hallow lights its lamp');
    expect(pasted.standfirst).toBe('After eleven dark years ships can see the harbour again');
    expect(pasted.blocks.map(outline)).toEqual([
      LEAD,
      'h2: A long wait',
      `paragraph: ${WAIT}`,
      'h3: What is next',
      'ul: A second lamp / on the *new* pier',
      'ol: Count the ships',
      'h2: The cost',
      'paragraph: Nobody knows who pays.',
    ]);
  });
});

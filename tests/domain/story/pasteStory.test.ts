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
      'ul: A second lamp / ul: on the *new* pier',
      'ol: Count the ships',
      'h2: The cost',
      'paragraph: Nobody knows who pays.',
    ]);
  });
});

describe('a title and a subtitle of a word processor', () => {
  const look = (size: number, rest: string, words: string) =>
    `<p dir="ltr" style="line-height:1.38;"><span style="font-size:${size}pt;font-family:Arial,sans-serif;${rest}white-space:pre-wrap;">${words}</span></p>`;
  const black = 'color:#000000;background-color:#666666;';
  const docs = [
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-0a1b2c3d">',
    look(26, black, 'Port Hallow lights its lamp'),
    look(15, 'color:#666666;', 'Ships can see the harbour again.'),
    look(11, black, 'The lamp was lit on Sunday.'),
    look(15, black, 'Large, and no subtitle.'),
    '</b>',
  ].join('');
  const exported =
    '<p class="c3 title" id="h.1"><span class="c2">Port Hallow lights its lamp</span></p><p class="c3 subtitle"><span>Ships can see the harbour again.</span></p><p class="c0"><span>The lamp was lit on Sunday.</span></p><p class="c0"><span>Large, and no subtitle.</span></p>';
  const word =
    '<p class=MsoTitle>Port Hallow lights its lamp</p><p class=MsoSubtitle>Ships can see the harbour again.</p><p class=MsoNormal>The lamp was lit on Sunday.</p><p class=MsoNormal>Large, and no subtitle.</p>';
  const text = ['paragraph: The lamp was lit on Sunday.', 'paragraph: Large, and no subtitle.'];

  it.each([
    ['the clipboard of Google Docs', docs],
    ['the HTML export of Google Docs', exported],
    ['the clipboard of Word', word],
  ])('become headline and standfirst: %s', (_, html) => {
    const pasted = pasteStory({ html, text: '', isPageEmpty: true });
    expect(pasted.headline).toBe('Port Hallow lights its lamp');
    expect(pasted.standfirst).toBe('Ships can see the harbour again.');
    expect(pasted.blocks.map(outline)).toEqual(text);

    const onWords = pasteStory({ html, text: '', isPageEmpty: false });
    expect(onWords.headline).toBeNull();
    expect(onWords.blocks.map(outline)).toEqual([
      'h2: Port Hallow lights its lamp',
      'paragraph: Ships can see the harbour again.',
      ...text,
    ]);
  });

  it('are no titles elsewhere: a large paragraph, or the class of some other page', () => {
    for (const html of [
      docs.replace('docs-internal-guid', 'post'),
      exported.replaceAll(/c\d /g, 'card-'),
      docs.replace('font-size:26pt', 'font-size:20pt'),
      docs.replace('its lamp</span>', 'its</span><span style="font-size:11pt">lamp</span>'),
    ]) {
      const { headline, blocks } = pasteStory({ html, text: '', isPageEmpty: true });
      expect(headline, html).toBeNull();
      expect(blocks.map(outline).filter((line) => line.startsWith('h'))).toEqual([]);
    }
  });

  it('leave the headings below a title at the top of the sections', () => {
    const html = docs.replace(
      '</b>',
      `<h1>A long wait</h1>${look(11, black, 'Eleven years.')}</b>`,
    );
    const pasted = pasteStory({ html, text: '', isPageEmpty: true });
    expect(pasted.headline).toBe('Port Hallow lights its lamp');
    expect(pasted.blocks.map(outline)).toEqual([
      ...text,
      'h2: A long wait',
      'paragraph: Eleven years.',
    ]);
  });
});

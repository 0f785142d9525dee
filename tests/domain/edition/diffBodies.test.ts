import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { diffBodies, type BodyPart } from '../../../src/domain/edition/diffBodies';
import { bodyBlocks, textOfBlock, type BodyBlock } from '../../../src/domain/richText/bodyBlocks';
import { lexicalText } from '../../../src/domain/richText/lexicalText';
import type { RichText, RichTextNode } from '../../../src/domain/richText/RichText';
import { anyBody } from '../richText/bodies';

const node = (type: string, more: object = {}): RichTextNode => ({ type, version: 1, ...more });
const words = (text: string, format = 0) => node('text', { text, format });
const paragraph = (...children: RichTextNode[]) => node('paragraph', { children });
const link = (url: string, text: string) =>
  node('link', { fields: { linkType: 'custom', url }, children: [words(text)] });
const list = (listType: string, ...items: RichTextNode[][]) =>
  node('list', {
    listType,
    start: 1,
    children: items.map((children) => node('listitem', { children })),
  });
const embed = (url: string, caption = '') =>
  node('block', { fields: { id: 'b', blockType: 'embed', url, caption } });
const pullQuote = (quote: string) =>
  node('block', { fields: { id: 'b', blockType: 'pullQuote', quote } });
const image = (value: string) => node('upload', { relationTo: 'media', value });

const table = (...rows: string[][]) =>
  node('table', {
    children: rows.map((cells) =>
      node('tablerow', {
        children: cells.map((text) => node('tablecell', { children: [paragraph(words(text))] })),
      }),
    ),
  });

function body(...children: RichTextNode[]): RichText {
  return { root: { ...node('root'), children, direction: null, format: '', indent: 0 } };
}

/** What is told of a change, briefly: "changed link", "added", "same 2". */
function told(before: RichText, after: RichText): string[] {
  return (diffBodies(before, after) ?? []).map((part) =>
    part.change === 'same'
      ? `same ${part.blocks.length}`
      : part.change === 'changed'
        ? `changed ${part.aspects.join(' ')}`
        : part.change,
  );
}

const text = 'The quay will stay shut until the cracks are mended, the port said.';

describe('diffBodies', () => {
  it('is null for bodies of which readers see the same', () => {
    const cut = paragraph(words(text.slice(0, 9)), words(text.slice(9)));
    expect(diffBodies(body(paragraph(words(text))), body(cut, paragraph()))).toBeNull();
    expect(diffBodies(null, null)).toBeNull();
  });

  it('tells of a table which rows changed', () => {
    const before = body(table(['Year', 'Ships'], ['2023', '4'], ['2024', '9']));
    expect(
      told(before, body(table(['Year', 'Ships'], ['2023', '5'], ['2024', '9'], ['2025', '2']))),
    ).toEqual(['same 1', 'changed words', 'same 1', 'added']);
    const heads = structuredClone(before);
    const [first] = heads.root.children[0]!.children as { children: object[] }[];
    Object.assign(first!.children[0]!, { headerState: 1 });
    expect(told(before, heads)).toEqual(['changed cells', 'same 2']);
    const apart = body(table(['Year', 'Ships']), table(['2023', '4'], ['2024', '9']));
    expect(told(before, apart)).toEqual(['same 1', 'changed cells', 'same 1']);
  });

  it('names a link by where it leads, words that are struck, and what an embed says', () => {
    const linked = (url: string) => body(paragraph(words('See '), link(url, 'the minutes')));
    expect(told(linked('https://a.example'), linked('https://b.example'))).toEqual([
      'changed link',
    ]);
    expect(told(body(paragraph(words(text))), body(paragraph(words(text, 4))))).toEqual([
      'changed struck',
    ]);
    const film = 'https://video.example/7';
    expect(told(body(embed(film, 'The film')), body(embed(film, 'An invented film')))).toEqual([
      'changed caption',
    ]);
    expect(told(body(embed(film, 'The film')), body(embed(`${film}7`, 'The film')))).toEqual([
      'changed address',
    ]);
  });

  it('names another picture, another quotation, another kind of block or list', () => {
    expect(told(body(image('m1')), body(image('m2')))).toEqual(['changed picture']);
    expect(told(body(pullQuote('q1')), body(pullQuote('q2')))).toEqual(['changed quotation']);
    const heading = node('heading', { tag: 'h3', children: [words(text)] });
    expect(told(body(paragraph(words(text))), body(heading))).toEqual(['changed kind']);
    const items = [[words('Ferries divert.')], [words('Cranes stop.')]];
    expect(told(body(list('bullet', ...items)), body(list('number', ...items)))).toEqual([
      'changed list',
      'changed list',
    ]);
    const later = { ...list('number', ...items), start: 5 };
    expect(told(body(list('number', ...items)), body(later))).toEqual(['changed number', 'same 1']);
  });

  it('tells what was added, removed and moved, and folds what stayed', () => {
    const [a, b, c, d] = ['Alpha.', 'Beta.', 'Gamma.', 'Delta.'].map((each) =>
      paragraph(words(each)),
    ) as [RichTextNode, RichTextNode, RichTextNode, RichTextNode];
    expect(told(body(a, b, c), body(a, b, d, c))).toEqual(['same 2', 'added', 'same 1']);
    expect(told(body(a, b, c), body(a, c))).toEqual(['same 1', 'removed', 'same 1']);
    expect(told(body(a, b, c), body(c, a, b))).toEqual(['moved', 'same 2']);
    expect(told(body(a, node('horizontalrule')), body(a))).toEqual(['same 1', 'removed']);
  });

  it('marks the words and the look of what changed', () => {
    const [part] = diffBodies(
      body(paragraph(words('The quay will stay '), words('shut', 1), words(' for a year.'))),
      body(paragraph(words('The quay will stay shut for a month.'))),
    ) as [Extract<BodyPart, { change: 'changed' }>];
    expect(part.aspects).toEqual(['words', 'bold']);
    expect(part.runs?.map(({ change, text: said, format }) => [change, said, format])).toEqual([
      ['same', 'The quay will stay ', 0],
      ['removed', 'shut', 1],
      ['added', 'shut', 0],
      ['same', ' for a', 0],
      ['removed', ' year', 0],
      ['added', ' month', 0],
      ['same', '.', 0],
    ]);
  });

  const inline = fc.oneof(
    fc
      .tuple(fc.constantFrom('The quay', ' is shut.', ' Ferries divert'), fc.constantFrom(0, 1, 4))
      .map(([said, format]) => words(said, format)),
    fc.constantFrom('https://a.example', 'https://b.example').map((url) => link(url, ' minutes')),
    fc.constant(node('linebreak')),
  );
  const inlines = fc.array(inline, { maxLength: 4 });
  const block = fc.oneof(
    inlines.map((children) => paragraph(...children)),
    inlines.map((children) => node('heading', { tag: 'h3', children })),
    inlines.map((children) => node('quote', { children })),
    fc
      .tuple(
        fc.constantFrom('bullet', 'number'),
        fc.array(inlines, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(1, 4),
      )
      .map(([type, items, start]) => ({ ...list(type, ...items), start })),
    fc.constantFrom(image('m1'), image('m2'), pullQuote('q1'), node('horizontalrule')),
    fc.constantFrom(embed('https://a.example', 'A film'), embed('https://a.example', 'A song')),
  );
  const bodies = fc.array(block, { maxLength: 6 }).map((blocks) => body(...blocks));

  const unnumbered = (block: BodyBlock) =>
    JSON.stringify(block.kind === 'item' ? { ...block, number: null } : block);
  const unlessMoved = (parts: BodyPart[], side: 'before' | 'after') =>
    parts.flatMap((part): BodyBlock[] => {
      if (part.change === 'same') return part.blocks;
      if (part.change === 'changed') return [part[side]];
      const isThere = part.change === (side === 'after' ? 'added' : 'removed');
      return isThere || part.change === 'moved' ? [part.block] : [];
    });

  it('holds every block of both bodies, those of the newer one in order, and all their words', () => {
    fc.assert(
      fc.property(bodies, bodies, (before, after) => {
        const parts = diffBodies(before, after);
        const isSame =
          JSON.stringify(bodyBlocks(before).map(unnumbered)) ===
          JSON.stringify(bodyBlocks(after).map(unnumbered));
        expect(parts === null).toBe(isSame);
        if (!parts) return;
        expect(unlessMoved(parts, 'after').map(unnumbered)).toEqual(
          bodyBlocks(after).map(unnumbered),
        );
        expect(unlessMoved(parts, 'before').map(unnumbered).toSorted()).toEqual(
          bodyBlocks(before).map(unnumbered).toSorted(),
        );
        for (const part of parts) {
          if (part.change !== 'changed') continue;
          expect(part.aspects).not.toEqual([]);
          const said = (left: string) =>
            (part.runs ?? []).flatMap((run) => (run.change === left ? [] : [run.text])).join('');
          expect(said('added')).toBe(part.runs ? textOfBlock(part.before) : '');
          expect(said('removed')).toBe(part.runs ? textOfBlock(part.after) : '');
        }
      }),
      { numRuns: 400 },
    );
  });

  it('knows all that a body can hold, and leaves out no word that readers get', () => {
    fc.assert(
      fc.property(fc.oneof(bodies, anyBody), (one) => {
        expect(bodyBlocks(one).filter(({ kind }) => kind === 'other')).toEqual([]);
        const said = bodyBlocks(one).map(textOfBlock).filter(Boolean).join('\n\n');
        expect(said).toBe(lexicalText(one));
      }),
    );
  });
});

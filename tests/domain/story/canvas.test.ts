import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { RichText, RichTextNode } from '../../../src/domain/richText/RichText';
import {
  blocksOf,
  bodyOf,
  canvasOf,
  isEmptySection,
  sectionsOf,
} from '../../../src/domain/story/canvas';

const words = fc.string({ minLength: 1, maxLength: 12 });
const text = fc.record({
  type: fc.constant('text'),
  version: fc.constant(1),
  text: words,
  format: fc.constantFrom(0, 1, 2, 3),
});
const inline = fc.array(text, { maxLength: 4 });
const paragraph = inline.map((children) => ({ type: 'paragraph', version: 1, children }));
const subheading = inline.map((children) => ({ type: 'heading', tag: 'h3', version: 1, children }));
const list = fc.array(inline, { minLength: 1, maxLength: 3 }).map((items) => ({
  type: 'list',
  version: 1,
  listType: 'bullet',
  children: items.map((children) => ({ type: 'listitem', version: 1, children })),
}));
/** What the canvas does not write: it must come back with every property, in its order. */
const unknown = fc
  .record({
    type: fc.constantFrom('upload', 'block', 'marquee', 'table'),
    version: fc.nat(9),
    fields: fc.jsonValue(),
    zzz: fc.jsonValue(),
    children: fc.constantFrom(undefined, [{ type: 'inlineBlock', version: 1 }]),
  })
  .map((node) => JSON.parse(JSON.stringify(node)) as RichTextNode);
const foreignHeading = inline.map((children) => ({
  type: 'heading',
  tag: 'h2',
  version: 1,
  children,
}));

const body: fc.Arbitrary<RichText> = fc
  .array(fc.oneof(paragraph, subheading, list, unknown, foreignHeading), { maxLength: 6 })
  .map((children) => ({
    root: { type: 'root', children, direction: null, format: '', indent: 0, version: 1 },
  }));
const section = fc.record({
  heading: fc.oneof(
    fc.constant(''),
    words.map((heading) => heading.replace(/\s+/g, ' ').trim()),
  ),
  body,
});

/** As Lexical joins them when it touches a text: neighbours of one format are one. */
function joined(node: RichTextNode): RichTextNode {
  if (!Array.isArray(node.children)) return node;
  const children: RichTextNode[] = [];
  for (const child of (node.children as RichTextNode[]).map(joined)) {
    const last = children.at(-1);
    if (last?.type === 'text' && child.type === 'text' && last.format === child.format) {
      last.text = `${String(last.text)}${String(child.text)}`;
    } else children.push({ ...child });
  }
  return { ...node, children };
}

describe('the canvas', () => {
  it('gives back every section with its key, heading and body, whatever a body holds', () => {
    fc.assert(
      fc.property(fc.array(section, { maxLength: 6 }), (stored) => {
        const sections = stored.map(({ heading, body: one }, index) => ({
          key: `section-${index}`,
          heading,
          blocks: blocksOf(one),
        }));
        const back = sectionsOf(JSON.parse(JSON.stringify(canvasOf(sections))) as RichText);
        expect(back.map(({ key, heading }) => ({ key, heading }))).toEqual(
          sections.map(({ key, heading }) => ({ key, heading })),
        );
        for (const [index, { blocks }] of back.entries()) {
          const was = stored[index]?.body;
          if (!was || was.root.children.length === 0) continue;
          const again = bodyOf(blocks, was);
          const isForeign = (node: RichTextNode) =>
            !['paragraph', 'list'].includes(node.type) && node.tag !== 'h3';
          expect(JSON.stringify(again.root.children)).toBe(
            JSON.stringify(
              was.root.children.map((node) => (isForeign(node) ? node : joined(node))),
            ),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps what else a stored body says of itself', () => {
    const before = {
      root: { ...bodyOf([], null).root, direction: 'rtl' as const, textFormat: 7 },
      note: 'kept',
    };
    expect(bodyOf([], before)).toEqual(before);
  });

  it('knows a section that nobody has begun', () => {
    const empty = { type: 'paragraph', version: 1, children: [] };
    const [made] = sectionsOf(canvasOf([{ key: 'new', heading: '', blocks: [] }]));
    expect(made && isEmptySection(made)).toBe(true);
    expect(isEmptySection({ key: 'a', heading: 'Words', blocks: [empty] })).toBe(false);
    const image = { type: 'kept', version: 1, node: { type: 'upload', version: 3 } };
    expect(isEmptySection({ key: 'a', heading: '', blocks: [image] })).toBe(false);
  });
});

import fc from 'fast-check';

import type { RichText, RichTextNode } from '../../../src/domain/richText/RichText';

const element = fc.record({
  version: fc.constant(1),
  format: fc.constantFrom('', 'start', 'center', 'right'),
  indent: fc.integer({ min: 0, max: 3 }),
  direction: fc.constantFrom('ltr', 'rtl', null),
});
const id = fc.constantFrom('65f000000000000000000001', '65f000000000000000000002');
/** Words that can be told from every other string of a body. */
const words = fc
  .tuple(fc.integer({ min: 1, max: 999_999 }), fc.constantFrom('', ' & <b>', ' “é”', ' 👩‍🚒'))
  .map(([number, more]) => `word${number}${more}`);

const text = fc.record({
  type: fc.constant('text'),
  text: words,
  version: fc.constant(1),
  format: fc.integer({ min: 0, max: 127 }),
  style: fc.constant(''),
  mode: fc.constant('normal'),
  detail: fc.constant(0),
});
const word = fc.oneof(
  { weight: 5, arbitrary: text },
  fc.constant({ type: 'linebreak', version: 1 }),
  fc.constant({
    type: 'tab',
    version: 1,
    text: '\t',
    format: 0,
    style: '',
    mode: 'normal',
    detail: 2,
  }),
);
const link = fc
  .record({
    children: fc.array(text, { minLength: 1, maxLength: 2 }),
    fields: fc.oneof(
      fc.record({
        linkType: fc.constant('custom'),
        newTab: fc.boolean(),
        url: fc.constantFrom('https://harbour.example/a?b=c', 'mailto:desk@harbour.example'),
      }),
      fc.record({
        linkType: fc.constant('internal'),
        newTab: fc.boolean(),
        doc: id.map((value) => ({ relationTo: 'articles', value })),
      }),
    ),
    id,
    place: element,
  })
  .map(({ place, ...rest }) => ({ type: 'link', ...place, ...rest, version: 3 }));
const inline = fc.array(fc.oneof({ weight: 4, arbitrary: word }, link), { maxLength: 5 });

const holding = (type: string, more: object = {}) =>
  fc.tuple(inline, element).map(([children, place]) => ({ type, children, ...place, ...more }));

const { list } = fc.letrec<{ list: RichTextNode; item: RichTextNode }>((tie) => ({
  list: fc
    .tuple(
      fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
      element,
      fc.constantFrom('number', 'bullet'),
    )
    .map(([children, place, listType]) => ({
      type: 'list',
      listType,
      tag: listType === 'number' ? 'ol' : 'ul',
      start: 1,
      children,
      ...place,
    })),
  item: fc
    .tuple(
      fc.oneof(
        { maxDepth: 4, depthIdentifier: 'lists' },
        inline,
        tie('list').map((inner) => [inner]),
      ),
      element,
    )
    .map(([children, place]) => ({ type: 'listitem', value: 1, children, ...place })),
}));

const cell = fc
  .tuple(
    fc.array(fc.oneof(holding('paragraph', { textFormat: 0, textStyle: '' }), list), {
      maxLength: 2,
    }),
    element,
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([children, place, headerState, colSpan]) => ({
    type: 'tablecell',
    children,
    backgroundColor: null,
    headerState,
    colSpan,
    rowSpan: 1,
    ...place,
  }));
const table = fc
  .tuple(fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { maxLength: 3 }), element)
  .map(([rows, place]) => ({
    type: 'table',
    children: rows.map((children) => ({ type: 'tablerow', children, ...place })),
    ...place,
  }));

const block = (fields: fc.Arbitrary<object>) =>
  fc.tuple(fields, id).map(([own, nodeId]) => ({
    type: 'block',
    version: 2,
    format: '',
    fields: { id: nodeId, blockName: '', ...own },
  }));

const blocks: fc.Arbitrary<RichTextNode> = fc.oneof(
  { weight: 4, arbitrary: holding('paragraph', { textFormat: 0, textStyle: '' }) },
  holding('heading', { tag: 'h3' }),
  holding('heading', { tag: 'h4' }),
  holding('quote'),
  list,
  table,
  fc.constant({ type: 'horizontalrule', version: 1 }),
  id.map((value) => ({
    type: 'upload',
    version: 3,
    format: '',
    id: value,
    fields: null,
    relationTo: 'media',
    value,
  })),
  block(id.map((quote) => ({ blockType: 'pullQuote', quote }))),
  block(
    words.map((caption) => ({
      blockType: 'embed',
      url: 'https://video.example/1',
      caption,
    })),
  ),
  block(words.map((caption) => ({ blockType: 'embed', caption }))),
);

/** Any body that can be. */
export const anyBody: fc.Arbitrary<RichText> = fc
  .array(blocks, { maxLength: 6 })
  .map((children) => ({
    root: { type: 'root', children, version: 1, format: '', indent: 0, direction: 'ltr' },
  }));

/** Bodies with something wrong in them, as another program or an older one may have stored them. */
export const brokenBody: fc.Arbitrary<unknown> = fc
  .tuple(
    anyBody,
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.constantFrom<Record<string, unknown>>(
          { children: null },
          { children: 'words' },
          { type: 'marquee' },
          { type: 'text' },
          { type: 'paragraph' },
          { type: 'listitem' },
          { type: 'list' },
          { type: 'table' },
          { type: 'tablerow' },
          { type: 'tablecell' },
          { headerState: 9 },
          { colSpan: -1 },
          { type: 7 },
          { tag: 'h2' },
          { fields: null },
          { fields: { blockType: 'poll', question: 'Which?' } },
          { fields: { blockType: 'embed', url: 'javascript:alert(1)', caption: 'Shown' } },
          { fields: { linkType: 'custom', url: 'javascript:alert(1)' } },
          { value: 'none' },
          { format: -1 },
          { indent: 1e9 },
          { style: 'color: red' },
          { $: { secret: 'words' } },
          { text: 5 },
          { note: 'nobody sees this' },
        ),
      ),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([body, faults]) => {
    const broken = structuredClone(body);
    for (const [place, fault] of faults) {
      const nodes = nodesOf(broken.root);
      Object.assign(nodes[place % nodes.length] ?? {}, fault);
    }
    return broken;
  });

function nodesOf(node: RichTextNode): RichTextNode[] {
  const { children } = node;
  return [node, ...(Array.isArray(children) ? (children as RichTextNode[]).flatMap(nodesOf) : [])];
}

/** The words of a text, or of everything in a body, each once. */
export function wordsIn(body: unknown): string[] {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return [...new Set(text.match(/word\d+/g) ?? [])];
}

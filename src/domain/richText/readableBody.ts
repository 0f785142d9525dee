import { addAll } from '../lists/longLists';
import { isInline, kindOf, ROOT_HOLDS, type BodyKind } from './bodyKinds';
import { bodyFaults, isNode, schemaOf } from './bodySchema';
import { childrenOf, type RichText, type RichTextNode } from './RichText';

/** Headings of other ranks, which a paste or another program writes, as readers see them anyway. */
const RANKS: Readonly<Record<string, string>> = { h1: 'h3', h2: 'h3', h5: 'h4', h6: 'h4' };

/**
 * A body as it may be saved, where all that is wrong with it changes nothing that readers see: the
 * rank of a heading and a look that only the editor has. Anything else stays for `bodyFaults`.
 */
export function plainBody<T>(body: T): T {
  return isNode((body as { root?: unknown } | null | undefined)?.root)
    ? { ...body, root: plainNode((body as unknown as RichText).root, 0) }
    : body;
}

function plainNode(node: RichTextNode, depth: number): RichTextNode {
  const plain = { ...node };
  if (typeof plain.style === 'string') plain.style = '';
  if (typeof plain.textStyle === 'string') plain.textStyle = '';
  if (typeof plain.backgroundColor === 'string') plain.backgroundColor = '';
  if (node.type === 'heading' && typeof node.tag === 'string')
    plain.tag = RANKS[node.tag] ?? node.tag;
  // What is deeper is refused for its depth.
  if (Array.isArray(node.children) && depth < 100) {
    plain.children = (node.children as unknown[]).map((child) =>
      isNode(child) ? plainNode(child, depth + 1) : child,
    );
  }
  return plain;
}

/**
 * A stored body as one that can be opened and saved: most are returned as they are. One that was
 * stored before there was a schema keeps every word that its readers see; what they do not see goes,
 * and what is of no kind gives its words to what it stands in.
 */
export function readableBody(body: unknown): RichText | null {
  if (body === null || body === undefined) return null;
  if (bodyFaults(body).length === 0) return body as RichText;
  const plain = plainBody(body);
  if (bodyFaults(plain).length === 0) return plain as RichText;
  const { root } = plain as { root?: RichTextNode | null };
  return {
    root: {
      type: 'root',
      version: 1,
      format: '',
      indent: 0,
      direction: 'ltr',
      children: fitting(childrenOf(root ?? {}), ROOT_HOLDS, 1),
    },
  };
}

/** As readers see a node that does not say what it is. */
const AS_SHOWN: Readonly<Record<string, object>> = {
  heading: { tag: 'h3' },
  list: { listType: 'bullet' },
};

/** Deeper lists become words of the last one. */
const DEEPEST_LIST = 24;

/** Nodes made to fit into what holds these groups. */
function fitting(
  nodes: readonly unknown[],
  holds: readonly BodyKind['group'][],
  depth: number,
): RichTextNode[] {
  const fit: RichTextNode[] = [];
  const wrap = wrapperIn(holds);
  let line: RichTextNode[] = [];
  const close = () => {
    if (wrap && line.length > 0) fit.push(wrap(line));
    line = [];
  };
  for (const node of nodes) {
    for (const each of isObject(node) ? fittingOne(node, holds, depth) : []) {
      if (wrap && isInline(each)) line.push(each);
      else {
        close();
        fit.push(each);
      }
    }
  }
  close();
  return fit;
}

/** What words stand in where they cannot stand by themselves. */
function wrapperIn(
  holds: readonly BodyKind['group'][],
): ((words: RichTextNode[]) => RichTextNode) | null {
  if (holds.includes('word')) return null;
  if (holds.includes('item')) return itemOf;
  if (holds.includes('cell')) return cellOf;
  return holds.includes('row') ? (words) => rowOf(cellOf(words)) : paragraphOf;
}

function fittingOne(
  node: RichTextNode,
  holds: readonly BodyKind['group'][],
  depth: number,
): RichTextNode[] {
  const kind = kindOf(node);
  const isDeep = depth > DEEPEST_LIST;
  const isWrapped = isInline(node) && wrapperIn(holds) !== null;
  if (!kind || (!isWrapped && !holds.includes(kind.group)) || (isDeep && kind.holds)) {
    const own = typeof node.text === 'string' ? [wordOf(node.text)] : [];
    return fitting([...own, ...(isDeep ? wordsIn(node) : childrenOf(node))], holds, depth + 1);
  }
  const inner = kind.holds ? fitting(childrenOf(node), kind.holds, depth + 1) : null;
  const whole = inner ? { ...node, children: inner } : node;
  const cleaned = withoutFaults(whole) ?? withoutFaults({ ...whole, ...AS_SHOWN[node.type] });
  if (cleaned) return [cleaned];
  if (inner) return fitting(childrenOf(node), holds, depth + 1);
  return kind.group === 'block' ? captionOf(node) : [];
}

/** All words below a node, in one line. */
function wordsIn(node: RichTextNode): RichTextNode[] {
  const found: RichTextNode[] = [];
  const open: unknown[] = childrenOf(node).toReversed();
  while (open.length > 0) {
    const next = open.pop();
    if (!isObject(next)) continue;
    if (typeof next.text === 'string') found.push(wordOf(next.text));
    addAll(open, childrenOf(next).toReversed());
  }
  return found;
}

/** A node without the properties that its kind cannot have; null where it cannot be without one. */
function withoutFaults(node: RichTextNode): RichTextNode | null {
  const schema = schemaOf(node.type);
  let kept: Record<string, unknown> = node;
  for (let again = 0; schema && again < 3; again += 1) {
    const { error, success } = schema.safeParse(kept);
    if (success) return kept as RichTextNode;
    kept = structuredClone(kept);
    for (const issue of error.issues) {
      const names = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.at(-1)];
      const path = issue.code === 'unrecognized_keys' ? issue.path : issue.path.slice(0, -1);
      const place = path.reduce<unknown>((value, key) => (value as never)?.[key], kept);
      for (const name of names) {
        if (typeof place === 'object' && place !== null) delete (place as never)[name as never];
      }
    }
  }
  return null;
}

/** What readers saw of an embed without a usable address. */
function captionOf(node: RichTextNode): RichTextNode[] {
  const { caption } = (node.fields ?? {}) as { caption?: unknown };
  return typeof caption === 'string' && caption ? [paragraphOf([wordOf(caption)])] : [];
}

const element = { version: 1, format: '', indent: 0, direction: 'ltr' } as const;

function wordOf(text: string): RichTextNode {
  return { type: 'text', text, version: 1, format: 0, style: '', mode: 'normal', detail: 0 };
}

/** Whatever its type is, it may hold words. */
function isObject(value: unknown): value is RichTextNode {
  return typeof value === 'object' && value !== null;
}

function itemOf(words: RichTextNode[]): RichTextNode {
  return {
    type: 'listitem',
    children: words,
    value: 1,
    ...element,
  };
}

function cellOf(words: RichTextNode[]): RichTextNode {
  return { type: 'tablecell', children: [paragraphOf(words)], headerState: 0, ...element };
}

function rowOf(cell: RichTextNode): RichTextNode {
  return { type: 'tablerow', children: [cell], ...element };
}

function paragraphOf(words: RichTextNode[]): RichTextNode {
  return {
    type: 'paragraph',
    children: words,
    ...element,
    textFormat: 0,
    textStyle: '',
  };
}

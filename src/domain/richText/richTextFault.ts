/** Deeper than any list in a list in a story, and far from exhausting the stack. */
const DEEPEST = 40;

/** What keeps a value from being a body that the editor can open, or null where it can. */
export function richTextFault(value: unknown): string | null {
  const root = (value as { root?: unknown } | null)?.root;
  if (!isObject(root) || root.type !== 'root') return 'it has no root';
  return childrenFault(root, 1);
}

function childrenFault(node: Record<string, unknown>, depth: number): string | null {
  const { children } = node;
  if (!Array.isArray(children)) return `its ${String(node.type)} has no children`;
  if (depth > DEEPEST) return `it nests deeper than ${DEEPEST} levels`;
  for (const child of children as unknown[]) {
    if (!isObject(child) || typeof child.type !== 'string' || child.type === 'root') {
      return 'it holds something that is not a node with a type';
    }
    if (child.type === 'text' && typeof child.text !== 'string') return 'a text node has no text';
    const fault = 'children' in child ? childrenFault(child, depth + 1) : null;
    if (fault) return fault;
  }
  return null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

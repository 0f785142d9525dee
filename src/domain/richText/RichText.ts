/** One node of a Lexical editor state. What a node holds beyond its type depends on the type. */
export interface RichTextNode {
  type: string;
  version: number;
  [key: string]: unknown;
}

/**
 * A Lexical editor state as Payload stores it. The index signature and the unions are those of
 * Payload's generated types, so that values pass in both directions without a cast.
 */
export interface RichText {
  root: {
    type: string;
    children: RichTextNode[];
    direction: 'ltr' | 'rtl' | null;
    format: '' | 'left' | 'start' | 'center' | 'right' | 'end' | 'justify';
    indent: number;
    version: number;
  };
  [key: string]: unknown;
}

/** The children of a node, none for a leaf. */
export function childrenOf(node: RichTextNode | { children?: unknown }): RichTextNode[] {
  return Array.isArray(node.children) ? (node.children as RichTextNode[]) : [];
}

import { $isLinkNode, LinkNode } from '@payloadcms/richtext-lexical/client';
import {
  $getSelection,
  $isRangeSelection,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical';
import { $findMatchingParent } from '@payloadcms/richtext-lexical/lexical/utils';

/** The address of the link that the selection is in; null outside of one. */
export function $addressAtCursor(): string | null {
  const link = $linkAtCursor();
  return link ? (link.getFields().url ?? '') : null;
}

/** Makes the selected words a link, or changes or (with null) takes away the one at the cursor. */
export function $setLink(address: string | null): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const link = $linkAtCursor();
  if (link && address === null) {
    for (const child of link.getChildren()) link.insertBefore(child);
    link.remove();
    return;
  }
  if (address === null) return;
  if (link) {
    link.setFields({ ...link.getFields(), linkType: 'custom', url: address });
    return;
  }
  let last: { parent: LexicalNode | null; link: LinkNode } | null = null;
  for (const node of selection.extract()) {
    if (node.getType() !== 'text' || $findMatchingParent(node, $isLinkNode)) continue;
    const parent = node.getParent();
    if (!last || !last.parent?.is(parent)) {
      const made = new LinkNode({
        id: objectId(),
        fields: { linkType: 'custom', newTab: false, url: address },
      });
      node.insertBefore(made);
      last = { parent, link: made };
    }
    last.link.append(node);
  }
}

function $linkAtCursor(): LinkNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  return $findMatchingParent(selection.anchor.getNode(), $isLinkNode);
}

/** In the form of those that Payload's own editor gives to links. */
export function objectId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

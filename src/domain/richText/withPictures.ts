import { kindOf } from './bodyKinds';
import type { RichText } from './RichText';

/** A body with stored pictures in the places of those of its source; one that was not stored goes. */
export function withPictures(body: RichText, stored: ReadonlyMap<string, string>): RichText {
  const children = body.root.children.flatMap((node) => {
    const reference = kindOf(node)?.refersTo?.(node);
    if (node.type !== 'upload' || !reference) return [node];
    const value = stored.get(reference.id);
    return value ? [{ ...node, value }] : [];
  });
  return { ...body, root: { ...body.root, children } };
}

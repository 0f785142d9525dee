import { kindOf } from './bodyKinds';
import { childrenOf, type RichText, type RichTextNode } from './RichText';

/**
 * What a body holds besides words, in reading order, one line each: links, images, embeds, pull
 * quotes ("link https://…", "image 65f…"). Takes a body without populated documents.
 */
export function bodyFurniture(body: RichText | null): string[] {
  return body ? furnitureOf(body.root) : [];
}

function furnitureOf(node: RichTextNode | RichText['root']): string[] {
  return childrenOf(node).flatMap((child) => [...pieceOf(child), ...furnitureOf(child)]);
}

function pieceOf(node: RichTextNode): string[] {
  const piece = kindOf(node)?.furniture?.(node);
  return piece ? [piece.filter((word) => typeof word === 'string').join(' ')] : [];
}

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
  const fields = (node.fields ?? {}) as {
    url?: unknown;
    doc?: { value?: unknown } | null;
    quote?: unknown;
    blockType?: unknown;
  };
  if (node.type === 'link' || node.type === 'autolink')
    return [line('link', fields.doc?.value ?? fields.url)];
  if (node.type === 'upload') return [line('image', node.value)];
  if (node.type === 'block') return [line(fields.blockType, fields.quote ?? fields.url)];
  return [];
}

function line(...words: unknown[]): string {
  return words.filter((word) => typeof word === 'string').join(' ');
}

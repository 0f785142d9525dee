import { attributeOf, type HtmlElement } from './htmlTree';

/** A picture as a page or a document shows it. */
export interface SourcePicture {
  src: string | null;
  alt: string | null;
  caption: string | null;
}

/** What stands in the place of a picture until somebody scrolls to it. */
const PLACEHOLDER =
  /^data:|(?:placeholder|spacer|blank|lazy|grey|1x1|pixel)[^/]*\.(?:gif|png|svg)/i;

/** The picture of an <img>; null for one that counts visits and shows nothing. */
export function pictureOf(node: HtmlElement): SourcePicture | null {
  const size = [attributeOf(node, 'width'), attributeOf(node, 'height')].map(Number);
  if (size.some((side) => side === 1 || side === 2)) return null;
  const own = attributeOf(node, 'src');
  const late =
    attributeOf(node, 'data-src') ??
    attributeOf(node, 'data-lazy-src') ??
    attributeOf(node, 'data-original') ??
    firstOfSet(attributeOf(node, 'srcset') ?? attributeOf(node, 'data-srcset'));
  const src = own === null || PLACEHOLDER.test(own) ? (late ?? own) : own;
  return {
    // The bytes of a picture say nothing to whoever looks for it.
    src: src?.startsWith('data:') ? (/^data:[^;,]*/.exec(src)?.[0] ?? null) : src,
    alt: attributeOf(node, 'alt')?.trim() || attributeOf(node, 'title')?.trim() || null,
    caption: null,
  };
}

function firstOfSet(set: string | null): string | null {
  return /^\s*(\S+)/.exec(set ?? '')?.[1] ?? null;
}

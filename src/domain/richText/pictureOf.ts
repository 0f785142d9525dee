import { canonicalHash } from '../edition/canonicalHash';
import { attributeOf, type HtmlElement } from './htmlTree';

/** A picture as a page or a document shows it. */
export interface SourcePicture {
  /** Where its bytes are: an address of the web, one beside the file, or `data:`. */
  src: string | null;
  alt: string | null;
  caption: string | null;
  credit: string | null;
}

/** A picture of a story, before anybody has got its bytes. */
export interface StoryPicture {
  /** Stands for it in the bodies until it has a record of its own. */
  id: string;
  source: { bytes: Uint8Array } | { address: string };
  alt: string | null;
  caption: string | null;
  credit: string | null;
  /** The text that stands before it; null at the top. */
  place: string | null;
}

/** What stands in the place of a picture until somebody scrolls to it. */
const PLACEHOLDER =
  /^data:|(?:placeholder|spacer|blank|lazy|grey|1x1|pixel)[^/]*\.(?:gif|png|svg)/i;

/** The picture of an <img>; null for one that counts visits and shows nothing. */
export function pictureOf(node: HtmlElement): SourcePicture | null {
  const size = [attributeOf(node, 'width'), attributeOf(node, 'height')].map(Number);
  if (size.some((side) => side === 1 || side === 2)) return null;
  const own = attributeOf(node, 'src')?.trim() ?? null;
  const late =
    attributeOf(node, 'data-src') ??
    attributeOf(node, 'data-lazy-src') ??
    attributeOf(node, 'data-original') ??
    firstOfSet(attributeOf(node, 'srcset') ?? attributeOf(node, 'data-srcset'));
  const src = own === null || PLACEHOLDER.test(own) ? (late ?? own) : own;
  return {
    src: src === '' ? null : src,
    alt: attributeOf(node, 'alt')?.trim() || attributeOf(node, 'title')?.trim() || null,
    caption: null,
    credit: null,
  };
}

function firstOfSet(set: string | null): string | null {
  return /^\s*(\S+)/.exec(set ?? '')?.[1] ?? null;
}

const CREDIT =
  /[\s·|–—(]*\b(?:photo(?:graph)?(?:er)?|picture|image|foto(?:graf(?:in)?)?|bild|credit|crédit(?: photo)?|fotografía)s?(?: (?:by|von|de|par|credit))?\s*(?::|©|(?<=\bby|\bvon|\bde|\bpar))\s*©?\s*([^()]{2,120}?)\)?\s*$/iu;
const RIGHTS = /\s*(?:\(c\)|©)\s*([^()]{2,120})$/iu;

/** A line below a picture as what it shows and who made it. */
export function captionOf(words: string | null): { caption: string | null; credit: string | null } {
  if (!words) return { caption: null, credit: null };
  const found = CREDIT.exec(words) ?? RIGHTS.exec(words);
  if (!found?.[1]) return { caption: words, credit: null };
  return {
    caption: words.slice(0, found.index).trim() || null,
    credit: found[1].trim().replace(/\.$/, ''),
  };
}

/** A picture of a story with room for its place; null for one that has no bytes anywhere. */
export function storyPicture(
  { src, alt, caption, credit }: SourcePicture,
  { index, place }: { index: number; place: string | null },
): StoryPicture | null {
  if (src === null) return null;
  const bytes = src.startsWith('data:') ? bytesOf(src) : null;
  if (src.startsWith('data:') && bytes === null) return null;
  return {
    // Made from the place, so that the same source always gives the same body.
    id: canonicalHash(['picture', index]).slice(0, 24),
    source: bytes ? { bytes } : { address: src },
    alt,
    caption,
    credit,
    place,
  };
}

/** The bytes of a `data:` address of a picture. */
function bytesOf(address: string): Uint8Array | null {
  const base64 = /^data:image\/[\w.+-]+(?:;[\w-]+=[\w-]+)*;base64,/i.exec(address)?.[0];
  if (base64 === undefined) return null;
  try {
    return Uint8Array.from(atob(address.slice(base64.length)), (each) => each.charCodeAt(0));
  } catch {
    return null;
  }
}

/** As it is told: the bytes say nothing to whoever looks for it. */
export function pictureInWords({ src, alt, caption, credit }: SourcePicture): string | null {
  const where = src?.startsWith('data:') ? (/^data:[^;,]*/.exec(src)?.[0] ?? null) : src;
  return [where, alt, caption, credit].filter(Boolean).join(' · ') || null;
}

/** A picture as the story editor keeps it. */
export function pictureNode(id: string) {
  return {
    type: 'upload',
    version: 3,
    format: '',
    id: canonicalHash(['upload', id]).slice(0, 24),
    fields: null,
    relationTo: 'media',
    value: id,
  };
}

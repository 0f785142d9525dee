import { escapeHtml } from '../richText/escapeHtml';
import type { SourcePicture } from '../richText/pictureOf';

/** A picture that stands outside of its story's text, as HTML to stand in it. */
export function figureHtml({ src, alt, caption, credit }: SourcePicture): string {
  const below = [caption, credit && `Photo: ${credit}`].filter(Boolean).join(' ');
  const picture = `<img src="${escapeHtml(src ?? '')}" alt="${escapeHtml(alt ?? '')}">`;
  return `<figure>${picture}<figcaption>${escapeHtml(below)}</figcaption></figure>`;
}

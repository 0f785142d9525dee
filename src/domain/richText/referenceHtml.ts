import { escapeHtml } from './escapeHtml';

/** A pull quote in the text, as readers and the preview see it. */
export function quoteHtml({
  text,
  speaker,
}: {
  text: string;
  speaker: { name: string; role: string | null } | null;
}): string {
  const words = wordsOf([speaker?.name, speaker?.role], ', ');
  return `<blockquote><p>${escapeHtml(text)}</p><footer>${escapeHtml(words)}</footer></blockquote>`;
}

/** An image in the text; nothing where there is no file to show. */
export function imageHtml(
  image: {
    url: string | null;
    alt: string | null;
    caption: string | null;
    credit: string | null;
  } | null,
): string | null {
  if (!image?.url) return null;
  const words = wordsOf([image.caption, image.credit], ' · ');
  const caption = words ? `<figcaption>${escapeHtml(words)}</figcaption>` : '';
  return `<figure><img src="${escapeHtml(image.url)}" alt="${escapeHtml(image.alt ?? '')}">${caption}</figure>`;
}

function wordsOf(words: readonly (string | null | undefined)[], separator: string): string {
  return words.filter(Boolean).join(separator);
}

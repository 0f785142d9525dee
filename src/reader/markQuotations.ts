import { escapeHtml } from '../domain/richText/escapeHtml';

/** Words of a quotation, whatever stands at their ends: “The light is back,” she said. */
const ENDS = /^[\s“”"„«»‘’'‹›]+|[\s“”"„«»‘’'‹›.,;:!?…]+$/gu;
/** Written in many ways, and meant as one. */
const SAME: readonly (readonly [written: RegExp, pattern: string])[] = [
  [/[’'‘]/u, `(?:’|‘|&#39;|')`],
  [/[“”"„«»]/u, '(?:“|”|„|«|»|&quot;|")'],
  [/[–—-]/u, '(?:–|—|-)'],
  [/\s/u, '\\s+'],
];
/** A few common words would be found anywhere. */
const MIN_LENGTH = 8;

/**
 * Marks the first place in a body where a quote stands in its own words. `html` is safe markup; only
 * its text is looked at, and what `mark` makes of the words takes their place. A quotation that was
 * shortened, or that formatting runs through, is left as it is.
 */
export function markQuotations<Q extends { text: string }>(
  html: string,
  quotes: readonly Q[],
  mark: (words: string, quote: Q) => string,
): string {
  // Tags and text by turns; a marked place counts as a tag, so that nothing is marked within it.
  let parts = html.split(/(<[^>]*>)/);
  for (const quote of quotes) {
    const words = quote.text.replace(ENDS, '');
    if (words.length < MIN_LENGTH) continue;
    const pattern = new RegExp(
      `(?:“|„|«|&quot;|")?${patternOf(words)}(?:[.,;:!?…]?(?:”|“|»|&quot;|"))?`,
      'u',
    );
    const at = parts.findIndex((part, index) => index % 2 === 0 && pattern.test(part));
    const text = parts[at];
    const found = text === undefined ? null : pattern.exec(text);
    if (text === undefined || !found) continue;
    const end = found.index + found[0].length;
    const marked = mark(found[0], quote);
    parts = [
      ...parts.slice(0, at),
      ...[text.slice(0, found.index), marked, text.slice(end)],
      ...parts.slice(at + 1),
    ];
  }
  return parts.join('');
}

function patternOf(words: string): string {
  return [...words.replace(/\s+/gu, ' ')]
    .map(
      (character) =>
        SAME.find(([written]) => written.test(character))?.[1] ??
        escapeHtml(character).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'),
    )
    .join('');
}

import type { EditionDiff } from './diffEditions';
import { labelOf } from './labelOf';

/**
 * What changed, in a few words each, for a public ledger and for the history: "headline",
 * "section “A long wait”", "1 quotation". Lists that follow from others (people, images) are left out,
 * and so is the note of the change itself.
 */
export function summariseDiff({ fields, sections, quotes }: EditionDiff): string[] {
  const roots = new Set(fields.map(({ field }) => field.split('.')[0] ?? field));
  return [
    ...[...roots].flatMap((root) => (UNTOLD.has(root) ? [] : nameOf(root))),
    ...sections.map(({ heading, change }) => {
      const name = heading ? `section “${heading}”` : 'lead';
      return change === 'edited' ? name : `${name} ${change}`;
    }),
    ...(quotes.length > 0 ? [`${quotes.length} quotation${quotes.length > 1 ? 's' : ''}`] : []),
  ];
}

const UNTOLD = new Set(['quotes', 'people', 'images', 'change']);

/** As within a sentence: "web headline", but "SEO title". */
function nameOf(field: string): string[] {
  const label = labelOf('article', field)?.en;
  if (!label) return [];
  return [/^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)];
}

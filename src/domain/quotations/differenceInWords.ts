import type { TextPart } from '../edition/diffText';

/** More differences than this are told by their number: nobody reads a sentence of twenty. */
const MOST = 3;

/**
 * A difference between a text (removed: only there) and the record of a quotation (added: only
 * there) as a sentence part: "the text says “tengo” where the record says “tango”".
 */
export function differenceInWords(difference: readonly TextPart[]): string {
  const told: string[] = [];
  for (let index = 0; index < difference.length; index += 1) {
    const part = difference[index];
    const next = difference[index + 1];
    const words = bare(part);
    if (!part || part.kind === 'same' || !words) continue;
    if (part.kind === 'removed' && next?.kind === 'added' && bare(next)) {
      told.push(`the text says “${words}” where the record says “${bare(next)}”`);
      index += 1;
    } else if (part.kind === 'removed') told.push(`the record does not have “${words}”`);
    else told.push(`the text leaves out “${words}”`);
  }
  const more = told.length - MOST;
  return [...told.slice(0, MOST), ...(more > 0 ? [`${more} more differences`] : [])].join(', ');
}

function bare(part: TextPart | undefined): string {
  return part?.text.trim() ?? '';
}

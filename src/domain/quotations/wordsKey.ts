import { canonicalHash } from '../edition/canonicalHash';
import { foldText } from '../quotes/foldText';

/** Fewer words than these are said by many people in the same way. */
const FEWEST_WORDS = 4;

/**
 * A key that quotations with the same words share, whatever their marks, stops and capitals; null
 * for a quotation of few words.
 */
export function wordsKey(text: string | null | undefined): string | null {
  const words = foldText(text ?? '')
    .text.toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu);
  return words && words.length >= FEWEST_WORDS ? canonicalHash(words) : null;
}

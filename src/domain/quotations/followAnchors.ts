import { foldText } from '../quotes/foldText';
import type { QuotationAnchor } from './SectionQuotation';

interface Pair {
  earlier: number;
  now: number;
  sharedContext: number;
  distance: number;
}

/**
 * Finds earlier anchors again among those of the edited text: for each of `now` the index of the
 * earlier one that means the same words, or null. Of several places with the same words, those whose
 * surroundings agree most belong together, then those that stand nearest; each is used once.
 */
export function followAnchors(
  earlier: readonly QuotationAnchor[],
  now: readonly QuotationAnchor[],
): (number | null)[] {
  const words = earlier.map(({ exact }) => foldText(exact).text);
  const pairs = now.flatMap((anchor, index) => {
    const wanted = foldText(anchor.exact).text;
    return words.flatMap((known, before): Pair[] => {
      const old = earlier[before];
      if (known !== wanted || !old) return [];
      return [
        {
          earlier: before,
          now: index,
          sharedContext:
            sharedEnd(old.prefix, anchor.prefix) + sharedStart(old.suffix, anchor.suffix),
          distance: Math.abs((old.start ?? 0) - (anchor.start ?? 0)),
        },
      ];
    });
  });
  pairs.sort((a, b) => b.sharedContext - a.sharedContext || a.distance - b.distance);
  const found = now.map((): number | null => null);
  const used = new Set<number>();
  for (const pair of pairs) {
    if (found[pair.now] !== null || used.has(pair.earlier)) continue;
    found[pair.now] = pair.earlier;
    used.add(pair.earlier);
  }
  return found;
}

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}

function sharedEnd(one: string, other: string): number {
  const reversed = (text: string): string => [...text].reverse().join('');
  return sharedStart(reversed(one), reversed(other));
}

import { anchorIn } from './anchorIn';
import { followAnchors } from './followAnchors';
import type { Quotation } from './readQuotations';
import type { SectionQuotation } from './SectionQuotation';

/** Enough for any section; what was dismissed longest ago goes first. */
const MOST_KEPT = 50;

/**
 * The quotations of a section after a save: each one found in its text, with the Quote that records
 * it (`quoteIds`, one for each of `quotations`) or as a proposal. What an editor dismissed stays
 * dismissed while its words stay the same, and is remembered without a position when they are gone.
 * `peopleByName` finds the record of a speaker; a suggestion is made only where the text is clear.
 */
export function updateQuotations(options: {
  text: string;
  quotations: readonly Quotation[];
  quoteIds: readonly (string | null)[];
  earlier: readonly SectionQuotation[];
  peopleByName: ReadonlyMap<string, string>;
}): SectionQuotation[] {
  const { text, quotations, quoteIds, earlier, peopleByName } = options;
  const anchors = quotations.map((quotation) => anchorIn(text, quotation));
  const followed = followAnchors(
    earlier.map(({ anchor }) => anchor),
    anchors,
  );
  const now = quotations.map(({ kind, speaker }, index): SectionQuotation => {
    const before = earlier[followed[index] ?? -1];
    const quote = quoteIds[index] ?? null;
    const isClear = !quote && speaker?.isConfident;
    const record = isClear ? (peopleByName.get(speaker.name ?? '') ?? null) : null;
    return {
      id: before?.id,
      anchor: anchors[index] ?? anchorIn(text, { start: 0, end: 0 }),
      state: quote ? 'matched' : before?.state === 'dismissed' ? 'dismissed' : 'proposed',
      kind,
      quote,
      suggestedSpeaker: record,
      suggestedAttribution: isClear && !record ? (speaker.name ?? speaker.mention) : null,
      confidence: speaker?.confidence ?? 0,
      evidence: speaker?.evidence ?? '',
    };
  });
  const gone = earlier
    .filter(({ state }, index) => state === 'dismissed' && !followed.includes(index))
    .map((old) => ({ ...old, anchor: { ...old.anchor, start: null, end: null } }));
  return [...now, ...gone.slice(-MOST_KEPT)];
}

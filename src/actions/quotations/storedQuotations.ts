import { idOf } from '../../domain/edition/WorkingCopy';
import type { QuotationAnchor, SectionQuotation } from '../../domain/quotations/SectionQuotation';
import type { Section } from '../../payload-types';

/** The quotations of a section as they are stored, in the shape of the domain. */
export function storedQuotations({ quotations }: Pick<Section, 'quotations'>): SectionQuotation[] {
  return (quotations ?? []).map(({ anchor, quote, suggestedSpeaker, ...row }) => ({
    id: row.id,
    anchor: {
      exact: anchor.exact,
      prefix: anchor.prefix ?? '',
      suffix: anchor.suffix ?? '',
      start: anchor.start ?? null,
      end: anchor.end ?? null,
    },
    state: row.state,
    kind: row.kind,
    quote: idOf(quote),
    suggestedSpeaker: idOf(suggestedSpeaker),
    suggestedAttribution: row.suggestedAttribution ?? null,
    confidence: row.confidence,
    evidence: row.evidence ?? '',
  }));
}

/** What editors said needs no Quote, by the id of the section. */
export function dismissedQuotations(
  sections: readonly Section[],
): ReadonlyMap<string, readonly QuotationAnchor[]> {
  return new Map(
    sections.map((section) => [
      section.id,
      storedQuotations(section).flatMap(({ state, anchor }) =>
        state === 'dismissed' ? [anchor] : [],
      ),
    ]),
  );
}

/**
 * Where a quotation stands in the text of its section, after the Web Annotation Data Model (W3C,
 * 2017): a TextQuoteSelector (exact, prefix, suffix) and a TextPositionSelector (start, end; UTF-16
 * units, the end exclusive). A place that is no longer there has no position.
 */
export interface QuotationAnchor {
  exact: string;
  prefix: string;
  suffix: string;
  start: number | null;
  end: number | null;
}

export const QUOTATION_STATES = ['matched', 'proposed', 'dismissed'] as const;

/**
 * matched: a Quote records these words, or was recorded for them. proposed: none does yet.
 * dismissed: an editor said that these words need no Quote.
 */
export type QuotationState = (typeof QUOTATION_STATES)[number];

/** A quotation in the text of a section, and what the newsroom made of it. */
export interface SectionQuotation {
  /** Of the stored row; a new one has none yet. */
  id?: string | null;
  anchor: QuotationAnchor;
  state: QuotationState;
  kind: 'direct' | 'partial';
  /** The id of the Quote that matches. */
  quote: string | null;
  /** The speaker, filled in only where the text is clear: the id of a Person, or their words. */
  suggestedSpeaker: string | null;
  suggestedAttribution: string | null;
  /** 0 to 1: how sure it is that `evidence` names the one who spoke. */
  confidence: number;
  /** The words of the text that say who spoke ("Rutte said"), sure or not; empty for none. */
  evidence: string;
}

import type { TextSpan } from '../quotes/TextSpan';
import type { QuotationAnchor } from './SectionQuotation';

/** Enough to tell two places with the same words apart; what other annotation tools keep as well. */
const CONTEXT = 32;

/** The anchor of a stretch of a text, with the words around it (see QuotationAnchor). */
export function anchorIn(text: string, { start, end }: TextSpan): QuotationAnchor {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
    start,
    end,
  };
}

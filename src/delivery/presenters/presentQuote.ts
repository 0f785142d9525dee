import type { EditionQuote } from '../../domain/edition/EditionContent';
import { publicFields } from '../../domain/edition/publicFields';
import type { QuoteResponse } from '../schemas/contentSchemas';

/** A quote with the public part of its evidence: the file and the passage may name a source. */
export function presentQuote(quote: EditionQuote): QuoteResponse {
  const { id, evidence, verification } = quote;
  return {
    id,
    ...publicFields('quote', 'lists', quote),
    evidence: evidence?.url ? { url: evidence.url, timecode: evidence.timecode } : null,
    verification: verification.status,
  };
}

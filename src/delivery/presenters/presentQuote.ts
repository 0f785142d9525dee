import type { EditionQuote } from '../../domain/edition/EditionContent';
import type { QuoteResponse } from '../schemas/contentSchemas';

/** A quote with the public part of its evidence: the file and the passage may name a source. */
export function presentQuote(quote: EditionQuote): QuoteResponse {
  const { id, text, language, kind, speaker, occasion, evidence, verification } = quote;
  return {
    id,
    text,
    language,
    kind,
    speaker,
    occasion,
    evidence: evidence?.url ? { url: evidence.url, timecode: evidence.timecode } : null,
    verification: verification.status,
  };
}

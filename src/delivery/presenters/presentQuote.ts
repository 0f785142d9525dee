import type { EditionQuote } from '../../domain/edition/EditionContent';
import { publicFields } from '../../domain/edition/publicFields';
import type { QuoteResponse } from '../schemas/contentSchemas';

/** As far as the newsroom shows it: see verdictsNow. */
function presentVouching(vouching: NonNullable<EditionQuote['vouching']>) {
  const { way, source, url, date, place, translatedBy, translatedFrom, byName } = vouching;
  return {
    way: way ?? '',
    source,
    url,
    date: date?.slice(0, 10) ?? null,
    place,
    translatedBy,
    translatedFrom,
    by: byName,
  };
}

/** A quote with the public part of its evidence: the file and the passage may name a source. */
export function presentQuote(quote: EditionQuote): QuoteResponse {
  const { id, evidence, verification, vouching } = quote;
  return {
    id,
    ...publicFields('quote', 'lists', quote),
    evidence: evidence?.url ? { url: evidence.url, timecode: evidence.timecode } : null,
    verification: verification.status,
    vouching: vouching && presentVouching(vouching),
  };
}

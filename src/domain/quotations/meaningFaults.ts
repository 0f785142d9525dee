import type { QuoteDocument } from '../edition/WorkingCopy';
import { diffText } from '../edition/diffText';
import { findFaithful, type QuoteVerdict } from '../quotes/verifyQuote';
import { placeFields, nameOfSection, type CheckedSection } from './checkedSections';
import { differenceInWords } from './differenceInWords';
import type { FoundFault } from './findingOf';
import type { QuotePair } from './pairQuotations';
import {
  candidatesFor,
  compared,
  mayHold,
  type ComparedWords,
  type QuoteIndex,
} from './quoteIndex';
import type { Quotation } from './readQuotations';
import { sentenceOfWriter } from './sentenceOfWriter';
import { shortenedWords } from './shortenedWords';
import { turnedMeaning, type TurnedMeaning } from './turnedMeaning';
import { changesSense, senseOf } from './turningWords';

/** Fewer words than these stand in many records by chance. */
const FEWEST_OF_A_RECORD = 3;

/**
 * The faults of quotations that have the words of their record and may yet say something else: what
 * was left out, put in or struck through, a question that became a statement, two records in one
 * quotation, and words in our own that lost their negation.
 */
export function meaningFaults(options: {
  section: CheckedSection;
  documents: readonly QuoteDocument[];
  index: QuoteIndex;
  /** Indices of the documents that belong to the section. */
  own: ReadonlySet<number>;
  pairs: readonly (QuotePair | null)[];
  /** verifierOf of the section's text. */
  verify: (words: string) => QuoteVerdict;
}): FoundFault[] {
  const { section, documents, index, own, pairs, verify } = options;
  const faults = section.quotations.flatMap((quotation, at): FoundFault[] => {
    const pair = pairs[at] ?? null;
    const joined = joinedRecords(quotation.text, pair, index);
    if (joined) {
      const records = joined.flatMap((record) => documents[record] ?? []);
      return [joinedFault(section, quotation, records)];
    }
    const quote = pair && documents[pair.quote];
    if (!pair || !quote) return [];
    const struck = struckWords(section, quotation);
    const turned = struck
      ? { told: `“${struck}” is struck through`, whole: quote.text ?? '' }
      : turnedPart({ section, quotation, pair, quote, pairs });
    return turned ? [turnedFault({ section, quote, words: quotation.text, turned })] : [];
  });
  const retold = [...own].flatMap((at): FoundFault[] => {
    const quote = documents[at];
    if (quote?.kind !== 'indirect' || pairs.some((pair) => pair?.quote === at)) return [];
    const record = quote.text ?? '';
    const verdict = verify(record);
    if (verdict.status !== 'altered') return [];
    const words = section.text.slice(verdict.start, verdict.end);
    const { language } = section;
    if (!changesSense(senseOf(record, language), senseOf(words, language))) return [];
    const told = differenceInWords(verdict.difference);
    return [turnedFault({ section, quote, words, turned: { told, whole: record } })];
  });
  return [...faults, ...retold];
}

function turnedPart({
  section,
  quotation,
  pair,
  quote,
  pairs,
}: {
  section: CheckedSection;
  quotation: Quotation;
  pair: QuotePair;
  quote: QuoteDocument;
  pairs: readonly (QuotePair | null)[];
}): TurnedMeaning | null {
  const { fit } = pair;
  if (fit.kind !== 'part' && fit.kind !== 'elided') return null;
  const { before, after } = sentenceOfWriter(section.text, quotation);
  return turnedMeaning({
    record: quote.text ?? '',
    span: fit.span,
    places: fit.places,
    alsoShown: pairs.flatMap((other) =>
      other && other !== pair && other.quote === pair.quote && 'places' in other.fit
        ? [other.fit.span]
        : [],
    ),
    words: quotation.text,
    kind: quotation.kind,
    before,
    after,
    language: section.language,
  });
}

function struckWords({ struck, text }: CheckedSection, { start, end }: Quotation): string | null {
  const words = struck
    .map((span) => text.slice(Math.max(start, span.start), Math.min(end, span.end)))
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  return words.length > 0 ? words.join(' … ').trim() : null;
}

/** The records of which a quotation is made, where no single one has all its sentences. */
function joinedRecords(words: string, pair: QuotePair | null, index: QuoteIndex): number[] | null {
  if (pair && pair.fit.kind !== 'extended' && pair.fit.kind !== 'altered') return null;
  const pieces = words
    .split(/\[?(?:…|\.{3})\]?|(?<=[.!?])\s/)
    .filter((piece) => (piece.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= FEWEST_OF_A_RECORD)
    .flatMap((piece) => compared(piece, index.lexicon) ?? []);
  if (pieces.length < 2) return null;
  const found = pieces.flatMap(
    (piece) =>
      candidatesFor(piece, index).find((candidate) => {
        const record = index.records[candidate];
        return record && mayHold(record, piece) && isWithin(piece, record);
      }) ?? [],
  );
  const records = new Set(found);
  return records.size > 1 ? [...records] : null;
}

function isWithin(piece: ComparedWords, record: ComparedWords): boolean {
  return findFaithful({ quote: piece.bare, text: record.folded }) !== null;
}

function joinedFault(
  section: CheckedSection,
  { text: words }: Quotation,
  records: readonly QuoteDocument[],
): FoundFault {
  const [first] = records;
  return {
    ...placeFields(section, first?.id ?? null),
    rule: 'joined',
    about: {
      section: section.document.id,
      words,
      records: records.map(({ text }) => text ?? '').join('\n'),
    },
    words,
    message: `In ${nameOfSection(section)}, “${shortenedWords(words)}” joins words of ${records.length} quotes in one pair of marks: quote each by itself, or have an editor decide.`,
  };
}

function turnedFault({
  section,
  quote,
  words,
  turned: { told, whole },
}: {
  section: CheckedSection;
  quote: QuoteDocument;
  words: string;
  turned: TurnedMeaning;
}): FoundFault {
  return {
    ...placeFields(section, quote.id),
    rule: 'turned',
    about: { section: section.document.id, quote: quote.id, record: quote.text ?? '', words, told },
    words,
    difference: diffText(words, whole),
    sentence: { shown: words, whole },
    message: `In ${nameOfSection(section)}, “${shortenedWords(words)}” may not mean what was said: ${told}. The whole sentence is “${whole}”: keep its sense, or have an editor decide.`,
  };
}

import { idOf, type QuoteDocument, type SectionDocument } from '../edition/WorkingCopy';
import { NAMED } from '../quotes/Attribution';
import { lexicalText } from '../richText/lexicalText';
import { anchorIn } from './anchorIn';
import type { ListedQuotation, ListedState, ListedVouching, Selector } from './ListedQuotation';
import type { QuoteFinding } from './QuoteFinding';
import type { QuoteRule } from './quoteRules';
import { answeredBy, GENERATED, isVouched, type Vouching } from './vouching';
import type { QuotationAnchor, SectionQuotation } from './SectionQuotation';

/** Findings about how words stand in a text, and not about a Quote wherever it is used. */
const OF_THE_TEXT: readonly QuoteRule[] = [
  'altered',
  'shortened',
  'turned',
  'missing',
  'misattributed',
];

/**
 * Every quotation of an article in reading order with how it stands: those that its sections keep
 * (`stored`, by the id of the section), then those Quotes of a section that no quotation of it shows
 * as recorded.
 */
export function listQuotations(options: {
  /** The ids of the sections, as the article has them. */
  order: readonly string[];
  sections: readonly SectionDocument[];
  quotes: readonly QuoteDocument[];
  stored: ReadonlyMap<string, readonly SectionQuotation[]>;
  findings: readonly QuoteFinding[];
  /** Names of people, by id: of speakers and of those who are suggested. */
  names: ReadonlyMap<string, string>;
}): ListedQuotation[] {
  const { stored, findings, names } = options;
  const quotes = new Map(options.quotes.map((quote) => [quote.id, quote]));
  const sections = new Map(options.sections.map((section) => [section.id, section]));
  const inRows = new Set([...stored.values()].flat().map(({ quote }) => quote));
  return options.order.flatMap((id) => {
    const section = sections.get(id);
    if (!section) return [];
    const article = idOf((section as { article?: string | null }).article);
    const here = findings.filter((finding) => finding.section === id);
    const told = new Set<QuoteFinding>();
    const listed = (stored.get(id) ?? []).flatMap((row): ListedQuotation[] => {
      if (row.anchor.start === null) return [];
      const quote = quotes.get(row.quote ?? '') ?? null;
      const own = quote ? ofQuote(findings, { section: id, quote, words: row.anchor.exact }) : [];
      const open = here.filter(({ quote: of, words }) => !of && words === row.anchor.exact);
      const about = quote ? own : row.state === 'dismissed' ? [] : open;
      for (const finding of about) told.add(finding);
      return [
        {
          ...common({ article, section: id, anchor: row.anchor, quote, names, findings: about }),
          key: row.id ?? null,
          state: quote ? stateOfQuote(quote, about) : stateWithout(row),
          kind: row.kind,
          evidence: row.evidence,
          suggestion: quote ? null : suggestionOf(row, names),
        },
      ];
    });
    const text = lexicalText(section.body);
    const inText = here.filter((found) => OF_THE_TEXT.includes(found.rule) && !told.has(found));
    // Reworded since the section was saved last, no row of it has the record: somebody must answer all the same.
    const unanswered = here.filter(
      ({ rule, quote }) =>
        rule === 'unanswered' &&
        !inRows.has(quote) &&
        !inText.some((found) => found.quote === quote),
    );
    const unseen = [...inText, ...unanswered];
    return [
      ...listed,
      ...unseen.flatMap((finding): ListedQuotation[] => {
        const quote = quotes.get(finding.quote ?? '');
        if (!quote) return [];
        const about = [finding, ...ofQuote(findings, { section: id, quote, words: null })];
        const anchor = placeOf(finding.words, text);
        return [
          {
            ...common({ article, section: id, anchor, quote, names, findings: about }),
            key: null,
            state: stateOfQuote(quote, about),
            kind: quote.kind === 'partial' ? 'partial' : 'direct',
            evidence: '',
            suggestion: null,
          },
        ];
      }),
    ];
  });
}

function ofQuote(
  findings: readonly QuoteFinding[],
  { section, quote, words }: { section: string; quote: QuoteDocument; words: string | null },
): QuoteFinding[] {
  return findings.filter((finding) => {
    if (finding.quote !== quote.id) return false;
    if (!OF_THE_TEXT.includes(finding.rule)) return true;
    // What is left out of a quotation is told for all its parts together.
    return finding.section === section && words !== null && finding.words.includes(words);
  });
}

function common({
  article,
  section,
  anchor,
  quote,
  names,
  findings,
}: {
  article: string | null;
  section: string;
  anchor: QuotationAnchor;
  quote: QuoteDocument | null;
  names: ReadonlyMap<string, string>;
  findings: QuoteFinding[];
}) {
  const { exact, start, end } = anchor;
  const verification = quote?.verification?.status ?? 'unverified';
  return {
    article,
    section,
    words: exact,
    start,
    end,
    selectors: selectorsOf(anchor),
    quote: quote && {
      id: quote.id,
      text: quote.text ?? '',
      verification,
      note: quote.verification?.note ?? null,
      vouching: vouchingOf(quote),
      vouchingNote: (quote.vouching as Vouching | undefined)?.note ?? null,
      isGenerated: quote.origin === GENERATED,
      revision: quote.revision ?? 0,
    },
    speaker: quote && speakerOf(quote, names),
    findings,
  };
}

function speakerOf(
  { speaker, attribution, speakerRole }: QuoteDocument,
  names: ReadonlyMap<string, string>,
): ListedQuotation['speaker'] {
  const id = idOf(speaker);
  const name = names.get(id ?? '') ?? attribution?.trim();
  return name ? { id: names.has(id ?? '') ? id : null, name, role: speakerRole ?? null } : null;
}

function vouchingOf(quote: QuoteDocument): ListedVouching | null {
  const vouching = quote.vouching as Vouching | null | undefined;
  if (!isVouched(vouching)) return null;
  const { way, source, url, date, place, translatedBy, translatedFrom, byName, by, at } = vouching;
  return {
    way: way as ListedVouching['way'],
    source: source ?? null,
    url: url ?? null,
    date: date?.slice(0, 10) ?? null,
    place: place ?? null,
    translatedBy: translatedBy ?? null,
    translatedFrom: translatedFrom ?? null,
    byName: byName ?? '',
    by: idOf(by as string | null),
    at: at ?? null,
  };
}

function selectorsOf({ exact, prefix, suffix, start, end }: QuotationAnchor): Selector[] {
  if (start === null || end === null) return [];
  return [
    { type: 'TextQuoteSelector', exact, prefix, suffix },
    { type: 'TextPositionSelector', start, end },
  ];
}

function stateOfQuote(quote: QuoteDocument, findings: readonly QuoteFinding[]): ListedState {
  const rules = new Set(findings.map(({ rule }) => rule));
  if (rules.has('missing')) return 'missing';
  const isAltered = (['altered', 'shortened', 'turned'] as const).some((rule) => rules.has(rule));
  if (isAltered) return 'altered';
  const status = quote.verification?.status ?? 'unverified';
  if (status === 'disputed') return 'disputed';
  if (!idOf(quote.speaker) && !quote.attribution?.trim()) return 'unattributed';
  return answeredBy(quote) ?? 'unverified';
}

function stateWithout({ state, confidence }: SectionQuotation): ListedState {
  if (state === 'dismissed') return 'dismissed';
  return confidence >= NAMED ? 'proposed' : 'unattributed';
}

function suggestionOf(
  { suggestedSpeaker, suggestedAttribution, confidence }: SectionQuotation,
  names: ReadonlyMap<string, string>,
): ListedQuotation['suggestion'] {
  const name = names.get(suggestedSpeaker ?? '');
  const speaker = name
    ? { id: suggestedSpeaker, name }
    : suggestedAttribution
      ? { id: null, name: suggestedAttribution }
      : null;
  return { speaker, confidence };
}

function placeOf(words: string, text: string): QuotationAnchor {
  const start = text.indexOf(words);
  if (start >= 0) return anchorIn(text, { start, end: start + words.length });
  return { exact: words, prefix: '', suffix: '', start: null, end: null };
}

import type { QuoteDocument } from '../edition/WorkingCopy';
import { NAMED } from '../quotes/Attribution';
import { verifierOf } from '../quotes/verifyQuote';
import { bodyReferences } from '../richText/bodyReferences';
import { anchorIn } from './anchorIn';
import { nameOfSection, ownQuotes, placeFields, type CheckedSection } from './checkedSections';
import { differenceInWords } from './differenceInWords';
import type { FoundFault } from './findingOf';
import { followAnchors } from './followAnchors';
import { pairQuotations, type QuotePair } from './pairQuotations';
import { lengthFault } from './lengthFault';
import { meaningFaults } from './meaningFaults';
import { indexQuotes } from './quoteIndex';
import type { Quotation } from './readQuotations';
import { saysAnother, type Speaker } from './saysAnother';
import { shortenedWords } from './shortenedWords';
import { standingOfQuote } from './standingOfQuote';

/** The faults that the text of an article shows when it is held against its Quotes. */
export function textFaults(options: {
  sections: readonly CheckedSection[];
  quotes: ReadonlyMap<string, QuoteDocument>;
  speakerOf: (quote: QuoteDocument) => Speaker;
}): FoundFault[] {
  const { sections, quotes, speakerOf } = options;
  const documents = [...quotes.values()].filter(({ text }) => text?.trim() && !lengthFault(text));
  const words = documents.map(({ id, text }) => ({ id, text: text ?? '' }));
  const places = new Map(documents.map(({ id }, at) => [id, at]));
  const index = indexQuotes(words);
  const checked = sections.map((section) => {
    const own = new Set(ownQuotes(section.document).flatMap((id) => places.get(id) ?? []));
    const pairs = pairQuotations({ quotations: section.quotations, quotes: index, own });
    return { section, own, pairs, verify: verifierOf(section.text) };
  });
  const isElsewhere = (quote: number, here: CheckedSection): boolean =>
    checked.some(
      ({ section, pairs, verify }) =>
        section !== here &&
        (pairs.some((pair) => pair?.quote === quote) ||
          verify(words[quote]?.text ?? '').status === 'exact'),
    );

  return checked.flatMap(({ section, own, pairs, verify }) => {
    const meaning = meaningFaults({ section, documents, index, own, pairs, verify });
    const isJoined = (words: string): boolean =>
      meaning.some((fault) => fault.rule === 'joined' && fault.words === words);
    return [
      ...unrecorded(section, pairs).filter(({ words }) => !isJoined(words)),
      ...meaning,
      ...[...own].flatMap((at): FoundFault[] => {
        const quote = documents[at];
        if (!quote) return [];
        const { text, quotations } = section;
        const standing = standingOfQuote({
          quote: at,
          quotes: words,
          text,
          verify,
          quotations,
          pairs,
        });
        // A pull quote shows the words of the record itself.
        const isShownAnyway = () =>
          bodyReferences(section.document.body).quotes.includes(quote.id) ||
          isElsewhere(at, section);
        if (standing.status === 'faithful') return [];
        // Words in our own are held against the text only where it gives them as the speaker's.
        if (quote.kind === 'indirect' && !pairs.some((pair) => pair?.quote === at)) return [];
        if (quote.kind === 'indirect' && standing.status === 'shortened') return [];
        if (standing.status === 'missing' && isShownAnyway()) return [];
        return [wrongWords(section, quote, standing)];
      }),
      ...pairs.flatMap((pair, at): FoundFault[] => {
        const quotation = section.quotations[at];
        const quote = pair && documents[pair.quote];
        if (!quotation?.speaker || !quote) return [];
        const speaker = speakerOf(quote);
        return saysAnother(quotation.speaker, speaker)
          ? [misattributed({ section, quote, quotation, speaker })]
          : [];
      }),
    ];
  });
}

function unrecorded(section: CheckedSection, pairs: readonly (QuotePair | null)[]): FoundFault[] {
  const { text, quotations, document } = section;
  const open = quotations.filter((_, at) => !pairs[at]);
  const decided = followAnchors(
    section.dismissed,
    open.map((quotation) => anchorIn(text, quotation)),
  );
  return open
    .filter((_, at) => decided[at] === null)
    .map(({ text: words, speaker }) => {
      const isNamed = (speaker?.confidence ?? 0) >= NAMED;
      const shown = `“${shortenedWords(words)}”`;
      const where = `In ${nameOfSection(section)}`;
      return {
        rule: isNamed ? 'unrecorded' : 'unattributed',
        ...placeFields(section, null),
        about: { section: document.id, words },
        words,
        message: isNamed
          ? `${where}, no quote records ${shown}: accept the proposal in the section, or dismiss it.`
          : `${where}, nobody is named for ${shown}: say in the section who spoke, or that it is no quotation.`,
      };
    });
}

function wrongWords(
  section: CheckedSection,
  quote: QuoteDocument,
  standing: Exclude<ReturnType<typeof standingOfQuote>, { status: 'faithful' }>,
): FoundFault {
  const record = quote.text ?? '';
  const where = nameOfSection(section);
  const common = placeFields(section, quote.id);
  const about = { section: section.document.id, quote: quote.id, record };
  if (standing.status === 'missing') {
    return {
      ...common,
      rule: 'missing',
      about,
      words: record,
      message: `In ${where}, the text does not have the quotation “${shortenedWords(record)}”: put its words into the text, or remove the quote from the section.`,
    };
  }
  const { status, words, difference } = standing;
  const told = differenceInWords(difference);
  return {
    ...common,
    rule: status,
    about: { ...about, words },
    words,
    difference,
    message:
      status === 'altered'
        ? `In ${where}, “${shortenedWords(words)}” is not what was said: ${told}. Put the text right, or the record if the source says so.`
        : `In ${where}, “${shortenedWords(words)}” is a part of what was said: ${told}. Show the gap with …, or see that the sense is the same.`,
  };
}

function misattributed(options: {
  section: CheckedSection;
  quote: QuoteDocument;
  quotation: Quotation;
  speaker: Speaker;
}): FoundFault {
  const { section, quote, quotation, speaker } = options;
  const { text: words } = quotation;
  const named = quotation.speaker?.name ?? quotation.speaker?.mention ?? '';
  return {
    rule: 'misattributed',
    ...placeFields(section, quote.id),
    subject: { collection: 'quotes', id: quote.id },
    about: { quote: quote.id, words, named, recorded: speaker.name },
    words,
    message: `In ${nameOfSection(section)}, the text gives “${shortenedWords(words)}” to ${named}, the record to ${speaker.name}: put the text or the record right.`,
  };
}

import { idOf, type QuoteDocument, type WorkingCopy } from '../edition/WorkingCopy';
import { checkedSections, ownQuotes, placeFields } from './checkedSections';
import { fieldFaults } from './fieldFaults';
import { findingOf, type FoundFault } from './findingOf';
import type { QuoteFinding, QuoteOverride } from './QuoteFinding';
import { quoteLanguage } from './quoteLanguage';
import type { QuoteRules } from './quoteRules';
import { readersTexts } from './readersTexts';
import type { KnownSpeaker } from './readQuotations';
import { recordFaults, type SameWords } from './recordFaults';
import type { Speaker } from './saysAnother';
import type { QuotationAnchor } from './SectionQuotation';
import { textFaults } from './textFaults';

/**
 * Everything to be told about the quotations of a working copy, in the order of the article: what is
 * said in its text and not recorded, recorded and not said so, given to somebody else, or open to
 * doubt. Each finding is a publish issue; the newsroom's rules say whether it warns or blocks, and
 * one that an editor overrode only warns, for as long as the words are the same.
 */
export function quoteFindings(options: {
  workingCopy: Pick<WorkingCopy, 'article' | 'sections' | 'quotes' | 'people'> &
    Partial<Pick<WorkingCopy, 'media'>>;
  /** Whom the newsroom has a record of, with every form of their names. */
  people: readonly KnownSpeaker[];
  /** What editors dismissed, by the id of the section. */
  dismissed: ReadonlyMap<string, readonly QuotationAnchor[]>;
  sameWords: readonly SameWords[];
  overrides: readonly QuoteOverride[];
  rules: QuoteRules;
}): QuoteFinding[] {
  const { workingCopy, people, dismissed, sameWords, overrides, rules } = options;
  const sections = checkedSections({ workingCopy, people, dismissed });
  const quotes = new Map(workingCopy.quotes.map((quote) => [quote.id, quote]));
  const known = new Map(people.map((person) => [person.id, person]));
  const rolesOf = new Map(
    workingCopy.people.map(({ id, roles }) => [
      id,
      (roles ?? []).flatMap(({ title, organisation }) => [title ?? '', organisation ?? '']),
    ]),
  );
  const speakerOf = (quote: QuoteDocument): Speaker => {
    const person = known.get(idOf(quote.speaker) ?? '');
    return {
      name: person?.name ?? quote.attribution?.trim() ?? '',
      aliases: person?.aliases ?? [],
      roles: [quote.speakerRole ?? '', ...(rolesOf.get(person?.id ?? '') ?? [])],
      isPerson: person !== undefined,
    };
  };

  const faults: FoundFault[] = [
    ...fieldFaults({
      texts: readersTexts(workingCopy),
      above: workingCopy.article.standfirst ?? null,
      documents: [...quotes.values()],
      people,
      dismissed: [...dismissed.values()].flat(),
      language: sections[0]?.language ?? quoteLanguage(workingCopy.article.language),
      speakerOf,
    }),
    ...textFaults({ sections, quotes, speakerOf }),
  ];
  const seen = new Set<string>();
  for (const section of sections) {
    for (const id of ownQuotes(section.document)) {
      const quote = quotes.get(id);
      if (!quote?.text?.trim() || seen.has(id)) continue;
      seen.add(id);
      faults.push(
        ...recordFaults({
          quote,
          section: section.document.id,
          field: placeFields(section, id).field,
          speaker: speakerOf(quote),
          person: workingCopy.people.find((person) => person.id === idOf(quote.speaker)),
          sameWords: sameWords.filter((same) => same.quote === id),
        }),
      );
    }
  }
  return faults.flatMap((fault) => findingOf(fault, { rules, overrides }) ?? []);
}

import type { PayloadRequest } from 'payload';

import { idOf } from '../../domain/edition/WorkingCopy';
import type { QuoteFinding } from '../../domain/quotations/QuoteFinding';
import { quoteFindings } from '../../domain/quotations/quoteFindings';
import type { QuoteRules } from '../../domain/quotations/quoteRules';
import type { SameWords } from '../../domain/quotations/recordFaults';
import { wordsKey } from '../../domain/quotations/wordsKey';
import type { Quote } from '../../payload-types';
import { findByIds } from '../load/findByIds';
import type { LoadedWorkingCopy } from '../load/loadWorkingCopy';
import { knownSpeaker } from './proposeQuotes';
import { dismissedQuotations } from './storedQuotations';

/** More records of the same words than these tell an editor nothing new. */
const MOST_SAME = 50;

/** What is to be told about the quotations of a working copy, by the rules of the newsroom. */
export async function checkQuotations({
  workingCopy,
  rules,
  req,
}: {
  workingCopy: Pick<LoadedWorkingCopy, 'article' | 'sections' | 'quotes' | 'people'> &
    Partial<Pick<LoadedWorkingCopy, 'media'>>;
  rules: QuoteRules;
  req: PayloadRequest;
}): Promise<QuoteFinding[]> {
  return quoteFindings({
    workingCopy,
    people: workingCopy.people.map(knownSpeaker),
    dismissed: dismissedQuotations(workingCopy.sections),
    sameWords: rules.conflicting === 'off' ? [] : await sameWords(workingCopy.quotes, req),
    overrides: workingCopy.article.quoteOverrides ?? [],
    rules,
  });
}

/** The Quotes, of this article and of all others, that give the same words to another person. */
async function sameWords(own: readonly Quote[], req: PayloadRequest): Promise<SameWords[]> {
  const spoken = own.flatMap((quote) => {
    const key = wordsKey(quote.text);
    const speaker = idOf(quote.speaker);
    return key && speaker ? [{ id: quote.id, key, speaker }] : [];
  });
  if (spoken.length === 0) return [];
  const { docs } = await req.payload.find({
    collection: 'quotes',
    where: { wordsKey: { in: spoken.map(({ key }) => key) } },
    draft: true,
    depth: 0,
    limit: MOST_SAME,
    pagination: false,
    overrideAccess: true,
    req,
  });
  const conflicts = spoken.flatMap(({ id, key, speaker }) =>
    docs.flatMap((other) => {
      const otherSpeaker = idOf(other.speaker);
      const isConflict = other.wordsKey === key && otherSpeaker && otherSpeaker !== speaker;
      return isConflict ? [{ quote: id, other: other.id, person: otherSpeaker }] : [];
    }),
  );
  if (conflicts.length === 0) return [];
  const ids = conflicts.map(({ person }) => person);
  const people = await findByIds({ collection: 'people', ids, req });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return conflicts.map(({ quote, other, person }) => ({
    quote,
    other,
    speaker: names.get(person) ?? 'somebody else',
  }));
}

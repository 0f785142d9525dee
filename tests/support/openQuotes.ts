import type { ListedQuotation } from '../../src/domain/quotations/ListedQuotation';

/** The recorded quotations of an article that nobody answers for, as the step about them takes them. */
export function openQuotes(listed: readonly ListedQuotation[]): { id: string; revision: number }[] {
  const open = listed.filter(
    ({ quote, state }) =>
      quote && !quote.vouching && !quote.isGenerated && !['verified', 'disputed'].includes(state),
  );
  return [
    ...new Map(open.flatMap(({ quote }) => (quote ? [[quote.id, quote.revision] as const] : []))),
  ].map(([id, revision]) => ({ id, revision }));
}

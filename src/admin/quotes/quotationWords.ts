import type { ListedState } from '../../domain/quotations/ListedQuotation';

/** What the states of a quotation are called. */
export const stateWords: Record<ListedState, string> = {
  missing: 'Not in the text',
  altered: 'Altered',
  disputed: 'Disputed',
  unattributed: 'Nobody named',
  proposed: 'Not recorded yet',
  unverified: 'Unverified',
  verified: 'Verified',
  dismissed: 'No quote needed',
};

import type { ListedState } from '../../domain/quotations/ListedQuotation';

/** The underlines that story.css has; whoever does not see colours tells them apart by their line. */
export const LOOK_OF: Record<ListedState, string> = {
  missing: 'story-quotation-altered',
  altered: 'story-quotation-altered',
  disputed: 'story-quotation-altered',
  unattributed: 'story-quotation-unattributed',
  proposed: 'story-quotation-unattributed',
  unverified: 'story-quotation-unverified',
  vouched: 'story-quotation-vouched',
  verified: 'story-quotation-verified',
  dismissed: 'story-quotation-dismissed',
};

export const QUOTATION_LOOKS = [...new Set(Object.values(LOOK_OF))];

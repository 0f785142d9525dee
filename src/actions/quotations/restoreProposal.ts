import type { Section } from '../../payload-types';
import { decideProposal, type ProposalCall } from './decideProposal';

/**
 * Takes back that a quotation needs no Quote: it is a proposal again. Saved as by this user, and kept
 * in the history, as the dismissal was.
 *
 * @throws Refusal as `loadProposal` does, and what saving refuses.
 */
export function restoreProposal(call: ProposalCall): Promise<{ section: Section }> {
  return decideProposal({
    ...call,
    state: 'proposed',
    record: { action: 'restoreQuotation', from: 'no quote needed', to: 'proposed' },
  });
}

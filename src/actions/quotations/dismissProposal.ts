import type { Section } from '../../payload-types';
import { decideProposal, type ProposalCall } from './decideProposal';

/**
 * Says that a quotation in a section needs no Quote. It stays so while its words stay the same. The
 * section is saved as by this user, so that only who may write it may decide; the history keeps it.
 *
 * @throws Refusal as `loadProposal` does, and what saving refuses.
 */
export function dismissProposal(call: ProposalCall): Promise<{ section: Section }> {
  return decideProposal({
    ...call,
    state: 'dismissed',
    record: { action: 'dismissQuotation', from: 'proposed', to: 'no quote needed' },
  });
}

import { idOf } from '../domain/edition/WorkingCopy';
import { shortenedWords } from '../domain/quotations/shortenedWords';
import type { Section } from '../payload-types';
import { decisionContext, loadProposal } from './decideProposal';
import { inTransaction, type ActionCall } from './inTransaction';
import { recordAudit } from './recordAudit';

/**
 * Says that a quotation in a section needs no Quote. It stays so while its words stay the same. The
 * section is saved as by this user, so that only who may write it may decide; the history keeps it.
 *
 * @throws Refusal as `loadProposal` does, and what saving refuses.
 */
export function dismissProposal({
  sectionId,
  key,
  now,
  ...call
}: ActionCall & { sectionId: string; key: string; now: Date }): Promise<{ section: Section }> {
  return inTransaction({
    ...call,
    context: decisionContext({ key, state: 'dismissed' }),
    work: async (req) => {
      const { section, quotation } = await loadProposal({ sectionId, key, req });
      const saved = await req.payload.update({
        collection: 'sections',
        id: sectionId,
        data: {},
        draft: true,
        depth: 0,
        overrideAccess: false,
        req,
      });
      await recordAudit(
        {
          action: 'dismissQuotation',
          articleId: idOf(section.article),
          from: 'proposed',
          to: 'no quote needed',
          reason: `“${shortenedWords(quotation.anchor.exact)}”`,
          at: now,
        },
        req,
      );
      return { section: saved };
    },
  });
}

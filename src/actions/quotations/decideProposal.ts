import type { PayloadRequest, RequestContext } from 'payload';

import { idOf } from '../../domain/edition/WorkingCopy';
import { shortenedWords } from '../../domain/quotations/shortenedWords';
import type { SectionQuotation } from '../../domain/quotations/SectionQuotation';
import type { Section } from '../../payload-types';
import type { AuditName } from '../../domain/workflow/AuditName';
import { findByIds } from '../load/findByIds';
import { inTransaction, type ActionCall } from '../transaction/inTransaction';
import { recordAudit } from '../record/recordAudit';
import { Refusal } from '../Refusal';
import { storedQuotations } from './storedQuotations';

interface QuotationDecision {
  key: string;
  state: 'dismissed' | 'proposed';
}

/** A decision about one quotation of a section, by the key that its row has. */
export interface ProposalCall extends ActionCall {
  sectionId: string;
  key: string;
  now: Date;
}

/**
 * Saves a section as by this user, with what was decided about one of its quotations, so that only
 * who may write the section may decide; the history keeps it. Deciding the same again does nothing.
 */
export function decideProposal({
  sectionId,
  key,
  now,
  state,
  record,
  ...call
}: ProposalCall & {
  state: QuotationDecision['state'];
  record: { action: AuditName; from: string; to: string };
}): Promise<{ section: Section }> {
  return inTransaction({
    ...call,
    context: decisionContext({ key, state }),
    work: async (req) => {
      const { section, quotation } = await loadProposal({ sectionId, key, req });
      if (quotation.state === state) return { section };
      const saved = await req.payload.update({
        collection: 'sections',
        id: sectionId,
        data: {},
        draft: true,
        depth: 0,
        overrideAccess: false,
        req,
      });
      const reason = `“${shortenedWords(quotation.anchor.exact)}”`;
      await recordAudit({ ...record, articleId: idOf(section.article), reason, at: now }, req);
      return { section: saved };
    },
  });
}

/** Tells the save of a section what an editor decided; contexts never come from clients. */
function decisionContext(decision: QuotationDecision): RequestContext {
  return { quotationDecision: decision };
}

export function decisionOf(context: RequestContext): QuotationDecision | null {
  return (context.quotationDecision as QuotationDecision | undefined) ?? null;
}

/**
 * A quotation of the newest draft of a section that still waits for, or may still change, a decision.
 *
 * @throws Refusal NOT_FOUND 404; PROPOSAL_SETTLED 409 when a Quote records it already.
 */
export async function loadProposal({
  sectionId,
  key,
  req,
}: {
  sectionId: string;
  key: string;
  req: PayloadRequest;
}): Promise<{ section: Section; quotation: SectionQuotation }> {
  const [section] = await findByIds({
    collection: 'sections',
    ids: [sectionId],
    draft: true,
    req,
  });
  const quotation = section && storedQuotations(section).find(({ id }) => id === key);
  if (!quotation || quotation.anchor.start === null) {
    throw new Refusal({
      code: 'NOT_FOUND',
      status: 404,
      message: 'This quotation is no longer in the section. Open the section anew.',
    });
  }
  if (quotation.state === 'matched') {
    throw new Refusal({
      code: 'PROPOSAL_SETTLED',
      status: 409,
      message: 'A quote records these words already. Open the section anew to see it.',
    });
  }
  return { section, quotation };
}

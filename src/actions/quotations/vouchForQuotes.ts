import type { PayloadRequest, RequestContext } from 'payload';

import { idOf } from '../../domain/edition/WorkingCopy';
import { GENERATED, isVouched, vouchingFault } from '../../domain/quotations/vouching';
import type { VouchingStep } from '../../domain/quotations/vouching';
import { decideSave } from '../../domain/rights/decideSave';
import { may } from '../../domain/rights/rights';
import { shortenedWords } from '../../domain/quotations/shortenedWords';
import { actionErrorStatus } from '../../domain/workflow/actionErrorStatus';
import type { Quote } from '../../payload-types';
import { actorOf, articleState } from '../load/articleState';
import { findWorkingCopy } from '../load/findWorkingCopy';
import { recordAudit } from '../record/recordAudit';
import { Refusal } from '../Refusal';
import { inTransaction, type ActionCall } from '../transaction/inTransaction';

/** A quote as whoever answers for it saw it. */
export interface SeenQuote {
  id: string;
  revision: number;
}

/**
 * One step for all quotations of an article that came from one source: somebody vouches for them, takes
 * that back, or says that they came out of a generating tool. All of it happens or nothing, and the
 * history keeps it.
 *
 * @throws Refusal NOT_FOUND 404 for a quote that the article does not have, STALE_SAVE 409 for one that
 *   was changed since it was seen, VOUCHING_REFUSED 422 for what cannot be said of a quote,
 *   ROLE_NOT_ALLOWED 403, and what the domain says about saving the article.
 */
export function vouchForQuotes({
  articleId,
  quotes: seen,
  step,
  now,
  ...call
}: ActionCall & {
  articleId: string;
  quotes: readonly SeenQuote[];
  step: VouchingStep;
  now: Date;
}): Promise<{ quotes: Quote[] }> {
  return inTransaction({
    ...call,
    context: stepContext(step),
    work: async (req) => {
      const workingCopy = await findWorkingCopy({ articleId, now, req });
      refuseUnlessAllowed(step, workingCopy, req);
      if (step.kind === 'vouch') {
        const fault = vouchingFault(step.vouched, now.toISOString().slice(0, 10));
        if (fault) throw refused(fault);
      }
      const saved: Quote[] = [];
      for (const { id, revision } of seen) {
        const quote = workingCopy.quotes.find((one) => one.id === id);
        if (!quote) {
          throw new Refusal({
            code: 'NOT_FOUND',
            status: 404,
            message: 'The article does not have this quotation any more. Open it anew.',
          });
        }
        refuseForQuote(step, quote, req);
        saved.push(
          await req.payload.update({
            collection: 'quotes',
            id,
            data: { revision },
            draft: true,
            depth: 0,
            overrideAccess: false,
            req,
          }),
        );
        await recordAudit(
          {
            action: 'vouch',
            articleId,
            from: inWords(quote),
            to: `${inWords(saved.at(-1))}: “${shortenedWords(quote.text ?? '')}”`,
            at: now,
          },
          req,
        );
      }
      return { quotes: saved };
    },
  });
}

/** Tells the save of a quote what is done about who answers for it; contexts never come from clients. */
function stepContext(step: VouchingStep): RequestContext {
  return { vouchingStep: step };
}

export function vouchingStepOf(context: RequestContext): VouchingStep | null {
  return (context.vouchingStep as VouchingStep | undefined) ?? null;
}

function refuseUnlessAllowed(
  step: VouchingStep,
  { article }: Awaited<ReturnType<typeof findWorkingCopy>>,
  req: PayloadRequest,
): void {
  const user = actorOf(req.user);
  if (step.kind === 'generated' && may(user, 'sayGenerated')) return;
  if (step.kind === 'notGenerated' && !may(user, 'unsayGenerated')) {
    throw notAllowed('Only an editor takes back that words came out of a generating tool.');
  }
  if (!may(user, 'vouchForQuotes')) {
    throw notAllowed(
      'A fact-checker verifies a quotation; who wrote or knows the story vouches for it.',
    );
  }
  const decision = decideSave({ user, article: articleState(article, { openOrder: null }) });
  if (decision.ok) return;
  const { code, message } = decision;
  throw new Refusal({ code, status: actionErrorStatus[code], message });
}

function refuseForQuote(step: VouchingStep, quote: Quote, req: PayloadRequest): void {
  const shown = `“${shortenedWords(quote.text ?? '')}”`;
  if (step.kind === 'vouch' && quote.origin === GENERATED) {
    throw refused(
      `The words ${shown} came out of a generating tool: nobody can vouch for them. Have a fact-checker verify them, or leave them out.`,
    );
  }
  const mayTakeBack =
    idOf(quote.vouching?.by) === req.user?.id || may(actorOf(req.user), 'unsayGenerated');
  if (step.kind === 'takeBack' && isVouched(quote.vouching) && !mayTakeBack) {
    throw notAllowed('Who vouched for a quotation takes it back, or an editor.');
  }
}

function inWords(quote: Quote | undefined): string {
  if (quote?.origin === GENERATED) return 'generated';
  const { vouching } = quote ?? {};
  return isVouched(vouching) ? `vouched for, ${vouching.way ?? ''}` : 'not vouched for';
}

function refused(message: string): Refusal {
  return new Refusal({ code: 'VOUCHING_REFUSED', status: 422, message });
}

function notAllowed(message: string): Refusal {
  return new Refusal({
    code: 'ROLE_NOT_ALLOWED',
    status: actionErrorStatus.ROLE_NOT_ALLOWED,
    message,
  });
}

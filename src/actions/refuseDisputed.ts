import type { PayloadRequest } from 'payload';

import type { EditionContent } from '../domain/edition/EditionContent';
import type { QuoteRules } from '../domain/quotations/quoteRules';
import { shortenedWords } from '../domain/quotations/shortenedWords';
import { actionErrorStatus } from '../domain/workflow/actionErrorStatus';
import { stopsPublication, type PublishIssue } from '../domain/workflow/PublishIssue';
import { loadEdition } from './loadEdition';
import { Refusal } from './Refusal';

/**
 * An edition keeps its words, but what is known about them may change: where the newsroom blocks
 * disputed quotations, an edition does not go out with one that was disputed after its approval.
 *
 * @throws Refusal CONTENT_NOT_READY 422 with the issues.
 */
export async function refuseDisputed({
  editionId,
  rules,
  req,
}: {
  editionId: string;
  rules: QuoteRules;
  req: PayloadRequest;
}): Promise<void> {
  if (rules.disputed !== 'block') return;
  const edition = await loadEdition(editionId, req);
  const content = edition?.content as unknown as EditionContent | undefined;
  const accepted = (content?.quotes ?? []).filter(
    ({ verification }) => verification.status !== 'disputed',
  );
  if (accepted.length === 0) return;
  const { docs } = await req.payload.find({
    collection: 'quotes',
    where: {
      and: [
        { id: { in: accepted.map(({ id }) => id) } },
        { 'verification.status': { equals: 'disputed' } },
      ],
    },
    draft: true,
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  });
  const issues = docs.map(({ id, text }): PublishIssue => ({
    ...stopsPublication,
    code: 'QUOTE_DISPUTED',
    field: 'sections',
    subject: { collection: 'quotes', id },
    message: `The quotation “${shortenedWords(text)}” was disputed after this edition was approved: settle it, or have an edition without it approved.`,
  }));
  if (issues.length === 0) return;
  throw new Refusal({
    code: 'CONTENT_NOT_READY',
    status: actionErrorStatus.CONTENT_NOT_READY,
    message: issues.map(({ message }) => message).join(' '),
    details: { issues },
  });
}

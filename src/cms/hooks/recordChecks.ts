import type { CollectionAfterChangeHook } from 'payload';

import { recordAudit } from '../../actions/record/recordAudit';
import { actionOf } from '../../actions/transaction/actionRequest';
import { checkChanges } from '../../domain/workflow/checkTable';
import type { Article } from '../../payload-types';
import { articleChecks } from './articleChecks';

const RECORDED = { legal: 'legalCheck', factCheck: 'factCheck', embargo: 'embargo' } as const;

/** The history says who asked for a check, completed it or did without, and who moved an embargo. */
export const recordChecks: CollectionAfterChangeHook<Article> = async ({
  context,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  // What comes back from the past brings no checks along, and is compared with what is old itself.
  const before = operation === 'create' ? null : (previousDoc as Article | undefined);
  if (actionOf(req) || context.isRestoringVersion || before?.deletedAt) return doc;
  for (const { check, from, to } of checkChanges(articleChecks(before), articleChecks(doc))) {
    await recordAudit(
      { action: RECORDED[check], articleId: doc.id, from, to, at: new Date() },
      req,
    );
  }
  return doc;
};

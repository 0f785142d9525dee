import type { CollectionBeforeChangeHook } from 'payload';

import { actionOf } from '../../actions/transaction/actionRequest';
import type { Article } from '../../payload-types';
import { newestVersion } from '../../actions/load/newestVersion';

/**
 * Keeps what only actions decide out of ordinary saves (the workflow, the corrections, what editors
 * overrode): a new article starts as a draft, and any later save carries on what the newest version
 * says, whatever the client, a duplicate or an old version sends.
 */
export const keepWorkflow: CollectionBeforeChangeHook<Article> = async ({
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (actionOf(req)) return data;
  const notOnHold = { onHold: false, holdReason: null };
  if (operation === 'create') {
    return {
      ...data,
      flags: { ...data.flags, ...notOnHold },
      corrections: [],
      quoteOverrides: [],
      workflow: {
        stage: 'draft',
        publicationState: 'unpublished',
        editionWaits: false,
        createdBy: req.user ? String(req.user.id) : null,
      },
    };
  }
  // What is restored, or stands in the trash, may be older than the newest draft (payload-traps 3). A
  // bulk un-trash takes the newest text along too, so that nothing is buried.
  const isUntrashing = 'deletedAt' in data && !data.deletedAt && originalDoc?.deletedAt;
  const newest =
    originalDoc && (originalDoc.deletedAt || context.isRestoringVersion)
      ? await newestVersion({ collection: 'articles', id: originalDoc.id, req })
      : originalDoc;
  const { onHold, holdReason } = { ...notOnHold, ...newest?.flags };
  // The past brings its text back, and not that a check was not needed then.
  const isFromThePast = Boolean(originalDoc?.deletedAt ?? context.isRestoringVersion);
  const flags = { ...newest?.flags, ...(isFromThePast ? {} : data.flags), onHold, holdReason };
  const overridden = (newest?.workflow?.overriddenChecks ?? []).filter(
    (check) => flags[check] === 'required',
  );
  return {
    ...(isUntrashing ? newest : {}),
    ...data,
    flags,
    ...(isFromThePast ? { embargoUntil: newest?.embargoUntil ?? null } : {}),
    corrections: newest?.corrections ?? [],
    quoteOverrides: newest?.quoteOverrides ?? [],
    workflow: newest?.workflow && { ...newest.workflow, overriddenChecks: overridden },
  };
};

import type { CollectionBeforeChangeHook } from 'payload';

import { actionOf } from '../../actions/actionRequest';
import type { Article } from '../../payload-types';
import { newestVersion } from '../../actions/newestVersion';

/**
 * Keeps what only actions decide out of ordinary saves: a new article starts as a draft, and any
 * later save carries on what the newest version says, whatever the client, a duplicate or an old
 * version sends.
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
      workflow: {
        stage: 'draft',
        publicationState: 'unpublished',
        editionWaits: false,
        createdBy: req.user ? String(req.user.id) : null,
      },
    };
  }
  // A bulk un-trash starts from the stored document, which may be older than the newest draft
  // (payload-traps 3): it takes the newest text along, so that nothing is buried.
  const isUntrashing = 'deletedAt' in data && !data.deletedAt && originalDoc?.deletedAt;
  const newest =
    originalDoc && (isUntrashing || context.isRestoringVersion)
      ? await newestVersion({ collection: 'articles', id: originalDoc.id, req })
      : originalDoc;
  const { onHold, holdReason } = { ...notOnHold, ...newest?.flags };
  return {
    ...(isUntrashing ? newest : {}),
    ...data,
    flags: { ...newest?.flags, ...data.flags, onHold, holdReason },
    corrections: newest?.corrections ?? [],
    workflow: newest?.workflow,
  };
};

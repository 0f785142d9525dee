import type { CollectionBeforeChangeHook } from 'payload';

import { actionOf } from '../../actions/actionRequest';
import type { Article } from '../../payload-types';
import { newestVersion } from '../newestVersion';

/**
 * Keeps workflow fields out of ordinary saves: a new article starts as a draft, and any later save
 * carries on what the newest version says, whatever the client, a duplicate or an old version sends.
 */
export const keepWorkflow: CollectionBeforeChangeHook<Article> = async ({
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (actionOf(req)) return data;
  if (operation === 'create') {
    return {
      ...data,
      workflow: {
        stage: 'draft',
        publicationState: 'unpublished',
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
  return { ...(isUntrashing ? newest : {}), ...data, workflow: newest?.workflow };
};

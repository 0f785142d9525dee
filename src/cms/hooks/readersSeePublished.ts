import type { CollectionBeforeOperationHook } from 'payload';

import { seesDrafts } from '../access/who';

/**
 * Whoever may not see drafts is answered as if they had not asked for them. With `draft=true` Payload
 * looks up the newest version of whatever a document points at, and gives a bare id where that is a
 * draft, although a published one is there to be shown.
 */
export const readersSeePublished: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const read = args as { draft?: boolean; overrideAccess?: boolean };
  const isReader = operation === 'read' && !read.overrideAccess && !seesDrafts(req.user);
  return isReader && read.draft ? { ...args, draft: false } : args;
};

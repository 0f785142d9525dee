import type { CollectionBeforeChangeHook } from 'payload';

import { actionOf } from '../../actions/actionRequest';
import { newestVersion } from '../../actions/newestVersion';
import type { Article } from '../../payload-types';

/** What editors overrode is nobody's to send: each save carries on what the newest version says. */
export const keepOverrides: CollectionBeforeChangeHook<Article> = async ({
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (actionOf(req)) return data;
  if (operation === 'create' || !originalDoc) return { ...data, quoteOverrides: [] };
  // As in keepWorkflow: what is restored or comes out of the trash may be older than the newest draft.
  const isOlder = Boolean(context.isRestoringVersion) || Boolean(originalDoc.deletedAt);
  const newest = isOlder
    ? await newestVersion({ collection: 'articles', id: originalDoc.id, req })
    : originalDoc;
  return { ...data, quoteOverrides: newest?.quoteOverrides ?? [] };
};

import type { CollectionBeforeChangeHook } from 'payload';

import { actionOf } from '../../actions/actionRequest';
import { Refusal } from '../../actions/Refusal';

/**
 * Refuses a save that was made on an older text than the newest one, and counts this save. Callers
 * that send no revision (scripts, imports) are not checked; the admin panel always sends it.
 */
export const checkRevision: CollectionBeforeChangeHook = ({
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const newest = Number((originalDoc as { revision?: number } | undefined)?.revision ?? 0);
  if (operation === 'create') return { ...data, revision: 1 };

  const sent: unknown = data.revision;
  const isStale = typeof sent === 'number' && sent !== newest;
  if (isStale && !actionOf(req) && !context.isRestoringVersion) {
    throw new Refusal({
      code: 'STALE_SAVE',
      status: 409,
      message:
        'Somebody saved this after you opened it. Your text is still on your page. Compare the two before you save again.',
      details: { yours: data, newest: originalDoc as unknown, newestRevision: newest },
    });
  }
  return { ...data, revision: newest + 1 };
};

import type { CollectionBeforeChangeHook } from 'payload';

import { actionOf } from '../../actions/transaction/actionRequest';
import { Refusal } from '../../actions/Refusal';
import { newestVersion } from '../../actions/load/newestVersion';

/** What a save carries on from the document that it was read from. */
interface CarriedOn {
  id: string;
  deletedAt?: string | null;
  revision?: number | null;
  workflow?: unknown;
  flags?: unknown;
}

/**
 * Refuses a save that was made on an older text than the newest one, counts this save and says whose it is. Callers
 * that send no revision (scripts, imports) are not checked; the admin panel always sends it. A bulk
 * save is checked whatever it sends: what was saved or decided since it read would be undone.
 */
export const checkRevision: CollectionBeforeChangeHook = async ({
  collection,
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const original = originalDoc as CarriedOn | undefined;
  const newest = Number(original?.revision ?? 0);
  const savedBy = req.user?.id ?? null;
  if (operation === 'create') return { ...data, revision: 1, savedBy };
  const isFree = Boolean(actionOf(req) || context.isRestoringVersion);

  // Out of the trash comes the stored document, and keepWorkflow brings the newest text along.
  if (context.isBulk && !isFree && original && !original.deletedAt) {
    const now = await newestVersion({ collection: collection.slug, id: original.id, req });
    if (standing(now) !== standing(original)) {
      throw new Refusal({
        code: 'SAVE_CONFLICT',
        status: 409,
        message: 'Somebody changed this at the same moment. Nothing of yours was saved: try again.',
      });
    }
  }

  const sent: unknown = data.revision;
  const isStale = typeof sent === 'number' && sent !== newest;
  if (isStale && !isFree) {
    throw new Refusal({
      code: 'STALE_SAVE',
      status: 409,
      message:
        'Somebody saved this after you opened it. Your text is still on your page. Compare the two before you save again.',
      details: { yours: data, newest: originalDoc as unknown, newestRevision: newest },
    });
  }
  return { ...data, revision: newest + 1, savedBy };
};

function standing(doc: unknown): string {
  const { revision, workflow, flags } = (doc ?? {}) as CarriedOn;
  return JSON.stringify([revision, workflow, flags]);
}

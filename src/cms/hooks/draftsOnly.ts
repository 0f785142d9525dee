import {
  killTransaction,
  type CollectionBeforeOperationHook,
  type CollectionSlug,
  type PayloadRequest,
  type Where,
} from 'payload';

import { actionOf } from '../../actions/transaction/actionRequest';
import { findByIds } from '../../actions/load/findByIds';
import { Refusal } from '../../actions/Refusal';

interface WriteArgs {
  id?: number | string;
  data?: Record<string, unknown> | null;
  draft?: boolean;
  publishAllLocales?: unknown;
  publishSpecificLocale?: unknown;
  trash?: unknown;
  unpublishAllLocales?: unknown;
  where?: Where;
}

/**
 * The gate: ordinary saves make drafts. Every create, update, bulk update, duplicate, restore and
 * import, over REST, GraphQL, the admin or the Local API, becomes a draft save here; only a request
 * that carries an action's mark may touch what is public. It must stand in beforeOperation: Payload
 * decides whether a save is a draft before any later hook runs (payload-traps 1 to 7 and 14).
 * `lockPublished` is the second lock, at the database.
 */
export const draftsOnly: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  if (actionOf(req)) return args;
  const write = args as WriteArgs;

  if (operation === 'restoreVersion') {
    // `draft` is read before this hook runs, so a restore can be refused here but not rewritten.
    if (write.draft !== true) {
      throw refusal('A version can be restored as a draft only. Restore it with draft=true.');
    }
    return args;
  }
  if (operation !== 'create' && operation !== 'update') return args;
  if (write.where) await separateDocuments(req);

  if (write.data?._status === 'published' || isOn(write.unpublishAllLocales)) {
    throw refusal(
      'Saving makes a draft: it cannot publish or unpublish. Save, then use the article’s actions.',
    );
  }
  const gated: WriteArgs = {
    ...write,
    draft: true,
    publishAllLocales: undefined,
    publishSpecificLocale: undefined,
    unpublishAllLocales: undefined,
    data: write.data ? { ...write.data, _status: 'draft' } : write.data,
  };
  // Readers are told when a record was made: by the server's clock.
  delete gated.data?.createdAt;
  if (operation === 'update' && (await isTrashMove(write, collection.slug, req))) {
    // Into and out of the trash goes the stored document itself, not only its newest version. One
    // that is published never gets here: refuseDeletion keeps it out of the trash.
    gated.draft = false;
    if (write.where && !write.data?.deletedAt) {
      gated.where = { and: [write.where, { deletedAt: { exists: true } }] };
    }
  } else if (gated.data) {
    // The admin's form sends the field along with every save.
    delete gated.data.deletedAt;
  }
  return gated as typeof args;
};

/**
 * Each document of a bulk save is saved or refused by itself. Payload opens one transaction around
 * all of them and rolls it back at the first refusal, together with documents that it then reports
 * as saved; without it each gets its own. `checkRevision` looks whether what was read before still
 * stands. Of a Local API request the transaction is the caller's.
 */
async function separateDocuments(req: PayloadRequest): Promise<void> {
  req.context.isBulk = true;
  if (req.payloadAPI === 'REST') await killTransaction(req);
}

/** Whether a save moves something into the trash, or something that is there out of it. */
async function isTrashMove(
  { id, data, trash, where }: WriteArgs,
  collection: string,
  req: PayloadRequest,
): Promise<boolean> {
  if (!data || !('deletedAt' in data)) return false;
  if (data.deletedAt) return true;
  if (!isOn(trash)) return false;
  if (where) return true;
  const [stored] = await findByIds({
    collection: collection as CollectionSlug,
    ids: [String(id)],
    trash: true,
    req,
  });
  return Boolean((stored as { deletedAt?: string | null } | undefined)?.deletedAt);
}

function isOn(flag: unknown): boolean {
  return flag === true || flag === 'true';
}

function refusal(message: string): Refusal {
  return new Refusal({ code: 'ACTION_REQUIRED', status: 403, message });
}

import type { CollectionBeforeOperationHook } from 'payload';

import { actionOf } from '../../actions/actionRequest';
import { Refusal } from '../../actions/Refusal';

interface WriteArgs {
  data?: Record<string, unknown> | null;
  draft?: boolean;
  publishAllLocales?: unknown;
  publishSpecificLocale?: unknown;
  unpublishAllLocales?: unknown;
}

/**
 * The gate: ordinary saves make drafts. Every create, update, bulk update, duplicate, restore and
 * import, over REST, GraphQL, the admin or the Local API, becomes a draft save here; only a request
 * that carries an action's mark may touch what is public. It must stand in beforeOperation: Payload
 * decides whether a save is a draft before any later hook runs (payload-traps 1 to 7 and 14).
 */
export const draftsOnly: CollectionBeforeOperationHook = ({ args, operation, req }) => {
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

  if (write.data?._status === 'published' || isOn(write.unpublishAllLocales)) {
    throw refusal(
      'Saving makes a draft: it cannot publish or unpublish. Save, then use the article’s actions.',
    );
  }
  const isTrashing = Boolean(write.data && 'deletedAt' in write.data);
  const gated: WriteArgs = {
    ...write,
    // Into and out of the trash goes the stored document itself, not only its newest version;
    // refuseDeletion has made sure by then that it is not published.
    draft: !isTrashing,
    publishAllLocales: undefined,
    publishSpecificLocale: undefined,
    unpublishAllLocales: undefined,
    data: write.data ? { ...write.data, _status: 'draft' } : write.data,
  };
  return gated as typeof args;
};

function isOn(flag: unknown): boolean {
  return flag === true || flag === 'true';
}

function refusal(message: string): Refusal {
  return new Refusal({ code: 'ACTION_REQUIRED', status: 403, message });
}

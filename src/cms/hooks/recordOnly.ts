import type { CollectionBeforeOperationHook } from 'payload';

import { Refusal } from '../../actions/Refusal';

/** Editions, audit entries and events are appended by actions, past Payload, and then stay as they are. */
export const recordOnly: CollectionBeforeOperationHook = ({ args, collection, operation }) => {
  if (['create', 'update', 'delete', 'restoreVersion'].includes(operation)) {
    throw new Refusal({
      code: 'RECORD_IS_FINAL',
      status: 403,
      message: `Records in “${collection.slug}” are written by actions and cannot be changed or deleted.`,
    });
  }
  return args;
};

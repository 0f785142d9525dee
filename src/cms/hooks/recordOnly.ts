import type { CollectionBeforeOperationHook } from 'payload';

import { actionOf } from '../../actions/actionRequest';
import { Refusal } from '../../actions/Refusal';

/** Editions, audit entries and events are written once, by actions, and then stay as they are. */
export const recordOnly: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  const isWrite = ['create', 'update', 'delete', 'restoreVersion'].includes(operation);
  if (isWrite && !(operation === 'create' && actionOf(req))) {
    throw new Refusal({
      code: 'RECORD_IS_FINAL',
      status: 403,
      message: `Records in “${collection.slug}” are written by actions and cannot be changed or deleted.`,
    });
  }
  return args;
};

import type { CollectionBeforeChangeHook } from 'payload';

import { actionOf } from '../../actions/transaction/actionRequest';

/** Only publishing and withdrawing decide what readers may see, also for callers of the Local API. */
export const keepIsPublic: CollectionBeforeChangeHook = ({ data, originalDoc, req }) =>
  actionOf(req)
    ? data
    : { ...data, isPublic: (originalDoc as { isPublic?: boolean } | undefined)?.isPublic ?? false };

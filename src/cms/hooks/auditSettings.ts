import type { GlobalAfterChangeHook } from 'payload';

import { recordAudit } from '../../actions/recordAudit';

/** A changed rule of the newsroom is part of the record, as what was done under it is. */
export const auditSettings: GlobalAfterChangeHook = async ({ doc, previousDoc, req }) => {
  const before = (previousDoc as { fourEyes?: boolean | null }).fourEyes ?? true;
  const after = (doc as { fourEyes?: boolean | null }).fourEyes ?? true;
  if (before !== after) {
    await recordAudit(
      {
        action: 'settings',
        articleId: null,
        from: `four eyes ${before ? 'on' : 'off'}`,
        to: `four eyes ${after ? 'on' : 'off'}`,
        at: new Date(),
      },
      req,
    );
  }
  return doc as unknown;
};

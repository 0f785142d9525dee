import { randomBytes } from 'node:crypto';

import type { CollectionBeforeChangeHook } from 'payload';

/** The length that Standard Webhooks recommends for secrets, between 24 and 64 bytes. */
const SECRET_BYTES = 32;

/** Gives a new webhook the secret that its receiver checks signatures with. */
export const makeWebhookSecret: CollectionBeforeChangeHook = ({ data, operation }) =>
  operation === 'create'
    ? { ...data, secret: `whsec_${randomBytes(SECRET_BYTES).toString('base64')}` }
    : data;

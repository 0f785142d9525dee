import type { CollectionBeforeChangeHook } from 'payload';

import type { Quote } from '../../payload-types';

/** Who verified or disputed a quotation, and when, is written by the server and not by the client. */
export const recordVerifier: CollectionBeforeChangeHook<Quote> = ({ data, originalDoc, req }) => {
  const before = originalDoc?.verification;
  const status = data.verification?.status ?? before?.status ?? 'unverified';
  const isChanged = status !== (before?.status ?? 'unverified');
  const record = isChanged
    ? status === 'unverified'
      ? { by: null, at: null }
      : { by: req.user?.id ?? null, at: new Date().toISOString() }
    : { by: before?.by ?? null, at: before?.at ?? null };
  return { ...data, verification: { ...before, ...data.verification, status, ...record } };
};

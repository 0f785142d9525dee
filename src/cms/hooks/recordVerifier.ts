import type { CollectionBeforeChangeHook } from 'payload';

import { changedParts } from '../../domain/quotations/verifiedContent';
import type { Quote } from '../../payload-types';

/**
 * Who verified or disputed a quotation, and when, is written by the server and not by the client. A
 * verdict is about content: with other words, another speaker, role, occasion or evidence a verified
 * quotation is unverified, until somebody says again that it is right, be it in the same save. A
 * dispute ends with the words that it is about, and with nothing less.
 */
export const recordVerifier: CollectionBeforeChangeHook<Quote> = ({ data, originalDoc, req }) => {
  const before = originalDoc?.verification;
  const old = before?.status ?? 'unverified';
  const changed = originalDoc ? changedParts(originalDoc, merged(originalDoc, data)) : [];
  const isOver = old === 'verified' ? changed.length > 0 : changed.includes('words');
  const sent = data.verification?.status ?? old;
  const status = isOver && sent === old ? 'unverified' : sent;
  const record =
    status === 'unverified'
      ? { by: null, at: null }
      : status === old
        ? { by: before?.by ?? null, at: before?.at ?? null }
        : { by: req.user?.id ?? null, at: new Date().toISOString() };
  const ended =
    isOver && old === 'verified' && status === 'unverified'
      ? { note: `No longer verified: changed was the ${changed.join(', the ')}.` }
      : {};
  return {
    ...data,
    verification: { ...before, ...data.verification, status, ...record, ...ended },
  };
};

/** The Quote as it will be stored: what is not sent stays. */
function merged(quote: Quote, data: Partial<Quote>): Quote {
  return {
    ...quote,
    ...data,
    occasion: { ...quote.occasion, ...data.occasion },
    evidence: { ...quote.evidence, ...data.evidence },
  };
}

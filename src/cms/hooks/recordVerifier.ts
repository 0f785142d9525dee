import type { CollectionBeforeChangeHook } from 'payload';

import { comparableWords } from '../../domain/quotations/comparableWords';
import type { Quote } from '../../payload-types';

/**
 * Who verified or disputed a quotation, and when, is written by the server and not by the client. A
 * verdict is about words: with other words the quotation is unverified, until somebody says again
 * that it is right, be it in the same save.
 */
export const recordVerifier: CollectionBeforeChangeHook<Quote> = ({ data, originalDoc, req }) => {
  const before = originalDoc?.verification;
  const old = before?.status ?? 'unverified';
  const isReworded =
    comparableWords(data.text ?? '') !== comparableWords(originalDoc?.text ?? data.text ?? '') &&
    data.text !== undefined;
  const sent = data.verification?.status ?? old;
  const status = isReworded && sent === old ? 'unverified' : sent;
  const record =
    status === 'unverified'
      ? { by: null, at: null }
      : status === old
        ? { by: before?.by ?? null, at: before?.at ?? null }
        : { by: req.user?.id ?? null, at: new Date().toISOString() };
  return { ...data, verification: { ...before, ...data.verification, status, ...record } };
};

import type { CollectionBeforeChangeHook } from 'payload';

import { wordsKey } from '../../domain/quotations/wordsKey';
import type { Quote } from '../../payload-types';

/** Lets the same words be found under another speaker. */
export const keyWords: CollectionBeforeChangeHook<Quote> = ({ data, originalDoc }) => ({
  ...data,
  wordsKey: wordsKey(data.text ?? originalDoc?.text),
});

import type { CollectionBeforeChangeHook } from 'payload';

import { idsOf } from '../../domain/edition/WorkingCopy';
import { bodyReferences } from '../../domain/richText/bodyReferences';
import { lexicalText } from '../../domain/richText/lexicalText';
import type { Section } from '../../payload-types';

/** Enough of the text to know a section by, in lists and pickers. */
const LABEL_LENGTH = 70;

/** Derives what lists and deletion checks need: a label, and what the body shows. */
export const describeSection: CollectionBeforeChangeHook<Section> = ({ data, originalDoc }) => {
  const body = data.body === undefined ? originalDoc?.body : data.body;
  const heading = data.heading === undefined ? originalDoc?.heading : data.heading;
  const quotes = data.quotes === undefined ? originalDoc?.quotes : data.quotes;
  const shown = bodyReferences(body);
  const words = lexicalText(body).replace(/\s+/g, ' ').trim();
  return {
    ...data,
    label: heading?.trim() || shorten(words) || 'Empty section',
    quotes: [...new Set([...idsOf(quotes), ...shown.quotes])],
    media: shown.media,
  };
};

function shorten(words: string): string {
  return words.length > LABEL_LENGTH ? `${words.slice(0, LABEL_LENGTH - 1).trimEnd()}…` : words;
}

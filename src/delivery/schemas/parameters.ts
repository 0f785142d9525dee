import { z } from 'zod';

import { readCursor } from '../read/cursor';

/** No address of ours is longer. */
const MAX_SLUG_LENGTH = 200;

export const slugParameter = z.string().min(1).max(MAX_SLUG_LENGTH);
export const idParameter = z.string().regex(/^[0-9a-f]{24}$/, 'is 24 hexadecimal digits');

/** "a,b" of the given words, each once and in their own order, so that equal requests are equal. */
export function wordList<const W extends string>(words: readonly W[]) {
  return z
    .string()
    .max(500)
    .transform((text, context) => {
      const asked = new Set(text.split(',').map((word) => word.trim()));
      const unknown = [...asked].filter((word) => !(words as readonly string[]).includes(word));
      if (unknown.length > 0) {
        context.addIssue({
          code: 'custom',
          message: `knows ${words.join(', ')}`,
        });
        return z.NEVER;
      }
      return words.filter((word) => asked.has(word));
    })
    .meta({ description: `Any of: ${words.join(', ')}; separated by commas.` });
}

export const MAX_LIMIT = 100;
const DEFAULT_LIMIT = 20;

export const limitParameter = z
  .string()
  .regex(/^\d{1,4}$/, 'is a whole number')
  .transform(Number)
  .pipe(z.number().min(1).max(MAX_LIMIT))
  .default(DEFAULT_LIMIT)
  .meta({ description: `How many, 1 to ${MAX_LIMIT}; ${DEFAULT_LIMIT} when absent.` });

export const cursorParameter = z
  .string()
  .max(1_000)
  .transform((text, context) => {
    const cursor = readCursor(text);
    if (cursor) return cursor;
    context.addIssue({ code: 'custom', message: 'is not one that this API has given' });
    return z.NEVER;
  })
  .meta({ description: 'The `next` of the page before.' });

/** A day by itself, as ISO 8601. */
export const dayParameter = z.iso.date();

/** An instant with its offset, as ISO 8601 in UTC. */
export const instantParameter = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  .meta({ description: 'ISO 8601 with offset: 2031-05-04T12:00:00Z' });

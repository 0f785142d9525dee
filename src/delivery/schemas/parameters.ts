import { z } from 'zod';

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

import { z } from 'zod';

import {
  articleSummarySchema,
  correctionSchema,
  personSchema,
  quoteSchema,
  roleSchema,
} from './contentSchemas';

/** A page of a list; `next` is the cursor of the one after it, null on the last. */
export function pageSchema<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

const articleLink = z.object({
  id: z.string(),
  slug: z.string(),
  url: z.string(),
  headline: z.string(),
});

export const articlePageSchema = pageSchema(articleSummarySchema).meta({ id: 'ArticlePage' });

export const personRecordSchema = personSchema
  .extend({
    role: roleSchema.nullable().describe('As it is today.'),
    aliases: z.array(z.string()),
    roles: z.array(roleSchema.extend({ from: z.string().nullable(), to: z.string().nullable() })),
    biography: z.string().nullable(),
    links: z.array(z.object({ label: z.string(), url: z.string() })),
  })
  .meta({ id: 'PersonRecord' });

export const topicRecordSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    slug: z.string().nullable(),
    description: z.string().nullable(),
    iptcCode: z.string().nullable(),
    parentId: z.string().nullable(),
  })
  .meta({ id: 'TopicRecord' });

export const quoteRecordSchema = quoteSchema
  .extend({ articles: z.array(articleLink).describe('The live articles that have it.') })
  .meta({ id: 'QuoteRecord' });

export const personWithQuotesSchema = personRecordSchema
  .extend({
    quotes: z
      .array(quoteRecordSchema)
      .describe('The newest in published articles; all of them: /v1/quotes?person='),
  })
  .meta({ id: 'PersonWithQuotes' });

export const searchSchema = z
  .object({
    items: z.array(
      articleSummarySchema.extend({
        highlights: z
          .array(z.object({ field: z.string(), html: z.string() }))
          .describe('Passages as HTML: what was found stands in <mark>.'),
      }),
    ),
    isComplete: z.boolean().describe('False when more matched than were looked at.'),
  })
  .meta({ id: 'SearchResult' });

export const correctionPageSchema = pageSchema(
  correctionSchema.extend({ article: articleLink }),
).meta({ id: 'CorrectionPage' });

export const changesSchema = z
  .object({
    items: z.array(
      z.object({
        sequence: z.number().describe('Increasing without a gap.'),
        type: z
          .string()
          .describe(
            'published, withdrawn, released, expired (of an image), disputed or settled (of a quotation)',
          ),
        isDeleted: z.boolean().describe('A tombstone: drop what you hold of this article.'),
        articleId: z.string().nullable().describe('Null of a release that changes no article.'),
        slug: z.string().nullable(),
        record: z
          .object({ kind: z.string(), id: z.string(), slug: z.string().nullable() })
          .nullable()
          .describe(
            'Of a release: the person, topic or image that readers see otherwise now; `expired`: the image whose rights have ended.',
          ),
        edition: z.object({ number: z.number(), hash: z.string() }).nullable(),
        at: z.string(),
      }),
    ),
    next: z.number().describe('Ask again with this as `since`.'),
    newest: z.number().describe('The last change there is.'),
  })
  .meta({ id: 'Changes' });

export type PersonRecord = z.infer<typeof personRecordSchema>;
export type TopicRecord = z.infer<typeof topicRecordSchema>;
export type QuoteRecord = z.infer<typeof quoteRecordSchema>;
export type Change = z.infer<typeof changesSchema>['items'][number];

import { z } from 'zod';

import { publicShape } from './publicShape';

const text = z.string().nullable();
const instant = z.string().describe('ISO 8601 in UTC');

export const roleSchema = z.object({ title: z.string(), organisation: text }).meta({ id: 'Role' });

export const personSchema = z
  .object({
    id: z.string(),
    ...publicShape('person', 'lists'),
    role: roleSchema.nullable().describe('As it was when the article was published.'),
  })
  .meta({ id: 'Person', description: 'Somebody who speaks, is written about or wrote.' });

const topicSchema = z
  .object({ id: z.string(), ...publicShape('topic', 'lists') })
  .meta({ id: 'Topic' });

export const imageSchema = z
  .object({
    id: z.string(),
    url: text,
    ...publicShape('image', 'lists'),
    focalPoint: z
      .object({ x: z.number(), y: z.number() })
      .nullable()
      .describe('Per cent from the left and the top.'),
    sizes: z.record(
      z.string(),
      z.object({ url: z.string(), width: z.number().nullable(), height: z.number().nullable() }),
    ),
  })
  .meta({ id: 'Image' });

export const quoteSchema = z
  .object({
    id: z.string(),
    ...publicShape('quote', 'lists'),
    evidence: z
      .object({ url: z.string(), timecode: text })
      .nullable()
      .describe('Where the words can be heard or read.'),
    verification: z.string().describe('verified, unverified or disputed'),
    vouching: z
      .object({
        way: z
          .string()
          .describe(
            'own_interview, present, recording, document, agency, publication or translation',
          ),
        source: text,
        url: text,
        date: text,
        place: text,
        translatedBy: text,
        translatedFrom: text,
        by: text,
      })
      .nullable()
      .describe('How the newsroom knows the words, as far as it shows it.'),
  })
  .meta({ id: 'Quote' });

const sectionSchema = z
  .object({
    id: z.string(),
    ...publicShape('section', 'lists'),
    body: z.object({
      lexical: z.unknown().describe('The structured body, a Lexical editor state.'),
      html: z.string().describe('Safe to insert into a page.'),
      text: z.string().describe('Paragraphs separated by one blank line.'),
    }),
    quotes: z.array(quoteSchema),
    people: z.array(personSchema),
  })
  .meta({ id: 'Section' });

export const correctionSchema = z
  .object({
    at: instant,
    kind: z.string().describe('correction, clarification or update'),
    note: z.string(),
    editionNumber: z.number(),
    changed: z.array(z.string()).describe('Which parts differ, in words.'),
  })
  .meta({ id: 'Correction' });

const editionSchema = z.object({
  number: z.number().describe('Counted from 1 within the article.'),
  hash: z.string().describe('SHA-256 of the canonical JSON of the content.'),
});

const summaryShape = {
  id: z.string(),
  slug: z.string(),
  url: z.string().describe('Where readers find it.'),
  headline: z.string(),
  webHeadline: z.string(),
  ...publicShape('article', 'lists'),
  bylines: z.array(z.object({ name: z.string(), person: personSchema.nullable() })),
  topics: z.array(topicSchema),
  leadImage: imageSchema.nullable(),
  edition: editionSchema,
  firstPublishedAt: instant,
  publishedAt: instant.describe('When the edition shown went live, ISO 8601 in UTC.'),
};

const includable = {
  sections: z.array(sectionSchema),
  quotes: z.array(quoteSchema),
  people: z.array(personSchema),
};

export const articleSchema = z
  .object({
    ...summaryShape,
    socialHeadline: z.string(),
    seo: z.object({ title: z.string(), description: text }),
    ...publicShape('article', 'whole'),
    ...includable,
    relatedArticles: z.array(z.object({ id: z.string(), slug: z.string(), headline: text })),
    corrections: z.array(correctionSchema).describe('Oldest first.'),
  })
  .meta({ id: 'Article', description: 'The live edition of an article.' });

export const INCLUDABLE = ['sections', 'quotes', 'people'] as const;

export const articleSummarySchema = z
  .object({
    ...summaryShape,
    ...z.object(includable).partial().shape,
  })
  .meta({ id: 'ArticleSummary', description: 'An article in a list.' });

export const errorSchema = z
  .object({
    error: z.object({
      code: z.string().describe('For programs: UPPER_SNAKE.'),
      message: z.string().describe('For people.'),
      details: z.unknown().optional(),
    }),
  })
  .meta({ id: 'ErrorAnswer' });

export type ArticleResponse = z.infer<typeof articleSchema>;
export type ArticleSummary = z.infer<typeof articleSummarySchema>;
export type PersonResponse = z.infer<typeof personSchema>;
export type QuoteResponse = z.infer<typeof quoteSchema>;
export type ImageResponse = z.infer<typeof imageSchema>;
export type CorrectionResponse = z.infer<typeof correctionSchema>;

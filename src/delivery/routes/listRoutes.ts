import { z } from 'zod';

import { errorAnswer, jsonAnswer } from '../cache/jsonAnswer';
import { pictureTerms } from '../presenters/pictureTerms';
import { presentContent, presentSummary } from '../presenters/presentArticle';
import { writeCursor } from '../read/cursor';
import { readArticleList, type ListPage } from '../read/readArticleList';
import { readCorrections } from '../read/readCorrections';
import { readRecord, withNarrowerTopics } from '../read/readPeopleAndTopics';
import { hex, type LiveRow } from '../read/readLiveRows';
import { readRelated } from '../read/readRelated';
import { searchArticles } from '../read/searchArticles';
import { articleSummarySchema, errorSchema, INCLUDABLE } from '../schemas/contentSchemas';
import { articlePageSchema, correctionPageSchema, searchSchema } from '../schemas/listSchemas';
import {
  cursorParameter,
  instantParameter,
  limitParameter,
  slugParameter,
  wordList,
} from '../schemas/parameters';
import { pick } from './articleRoutes';
import { route, type DeliveryContext, type Route } from './Route';

const SUMMARY_FIELDS = Object.keys(
  articleSummarySchema.shape,
) as (keyof typeof articleSummarySchema.shape)[];

const view = {
  fields: wordList(SUMMARY_FIELDS).optional(),
  include: wordList(INCLUDABLE).optional(),
};

/** Lists depend on whatever is published or withdrawn, and on the slugs of people and topics. */
const LIST_TAGS = ['lists', 'people', 'topics'];
/** A dash, digits and letters in a word are part of it; punctuation between words is not. */
const MAX_SEARCH_LENGTH = 200;

function unknown(what: string, name: string) {
  return errorAnswer({
    status: 404,
    code: `UNKNOWN_${what.toUpperCase()}`,
    message: `There is no ${what} “${name}” with published articles.`,
  });
}

function pageAnswer(
  { rows, next }: ListPage,
  { fields, include = [] }: { fields?: readonly string[]; include?: readonly string[] },
  { site, now }: DeliveryContext,
) {
  const at = now();
  const page = {
    items: rows.map((article) => {
      const summary = presentSummary({ article, site, now: at });
      const shown = fields ? pick(summary, fields) : summary;
      if (include.length === 0) return shown;
      return { ...shown, ...pick(presentContent({ article, site, now: at }), include) };
    }),
    next: next && writeCursor(next),
  };
  return jsonAnswer(page, pictureTerms({ contents: contentsOf(rows), tags: LIST_TAGS, now: at }));
}

function contentsOf(rows: readonly Pick<LiveRow, 'content'>[]) {
  return rows.map(({ content }) => content);
}

export const listRoutes: Route[] = [
  route({
    id: 'listArticles',
    path: '/articles',
    summary: 'Published articles, newest first.',
    group: 'Articles',
    params: z.object({}),
    query: z.strictObject({
      topic: slugParameter.optional().meta({ description: 'Slug or id; narrower topics count.' }),
      person: slugParameter
        .optional()
        .meta({ description: 'Slug or id of who speaks or is written about.' }),
      byline: slugParameter.optional().meta({ description: 'Slug or id of who wrote it.' }),
      kind: z.string().max(40).optional(),
      language: z.string().max(40).optional(),
      since: instantParameter.optional(),
      until: instantParameter.optional(),
      order: z
        .enum(['newest', 'updated'])
        .default('newest')
        .meta({ description: 'By first publication, or by the last.' }),
      limit: limitParameter,
      cursor: cursorParameter.optional(),
      ...view,
    }),
    responses: {
      200: { description: 'One page.', schema: articlePageSchema },
      400: { description: 'The query is not understood.', schema: errorSchema },
      404: { description: 'No such topic or person.', schema: errorSchema },
    },
    answer: async ({ query }, context) => {
      const { connection } = context;
      const { topic, person, byline, fields, include, ...rest } = query;
      const [topicRecord, personRecord, bylineRecord] = await Promise.all([
        topic === undefined ? null : readRecord(connection, 'topics', topic),
        person === undefined ? null : readRecord(connection, 'people', person),
        byline === undefined ? null : readRecord(connection, 'people', byline),
      ]);
      if (topic !== undefined && !topicRecord) return unknown('topic', topic);
      if (person !== undefined && !personRecord) return unknown('person', person);
      if (byline !== undefined && !bylineRecord) return unknown('person', byline);
      const page = await readArticleList(connection, {
        ...rest,
        ...(topicRecord ? { topics: await withNarrowerTopics(connection, topicRecord._id) } : {}),
        ...(personRecord ? { person: hex(personRecord._id) } : {}),
        ...(bylineRecord ? { byline: bylineRecord._id } : {}),
        isWhole: (include ?? []).length > 0,
      });
      return pageAnswer(page, query, context);
    },
  }),
  route({
    id: 'listRelated',
    path: '/articles/:slug/related',
    summary: 'What to read next: those the editors chose, then the newest on the same topics.',
    group: 'Articles',
    params: z.object({ slug: slugParameter }),
    query: z.strictObject({ limit: limitParameter, ...view }),
    responses: {
      200: { description: 'At most `limit` articles.', schema: articlePageSchema },
      404: { description: 'No published article is here.', schema: errorSchema },
    },
    answer: async ({ params, query }, context) => {
      const rows = await readRelated({
        connection: context.connection,
        slug: params.slug,
        limit: query.limit,
        isWhole: (query.include ?? []).length > 0,
      });
      if (!rows) {
        return errorAnswer({
          status: 404,
          code: 'NOT_FOUND',
          message: 'No published article has this address.',
        });
      }
      return pageAnswer({ rows, next: null }, query, context);
    },
  }),
  route({
    id: 'searchArticles',
    path: '/search',
    summary: 'Published articles that hold all the words, best first.',
    group: 'Articles',
    params: z.object({}),
    query: z.strictObject({
      q: z.string().trim().min(2).max(MAX_SEARCH_LENGTH),
      limit: limitParameter,
    }),
    responses: {
      200: { description: 'What was found, with the passages.', schema: searchSchema },
      400: { description: 'Nothing to search for.', schema: errorSchema },
    },
    answer: async ({ query }, context) => {
      const { hits, isComplete } = await searchArticles({
        connection: context.connection,
        text: query.q,
        limit: query.limit,
      });
      const now = context.now();
      return jsonAnswer(
        {
          items: hits.map(({ row, highlights }) => ({
            ...presentSummary({ article: row, site: context.site, now }),
            highlights,
          })),
          isComplete,
        },
        pictureTerms({
          contents: contentsOf(hits.map(({ row }) => row)),
          tags: ['lists'],
          now,
        }),
      );
    },
  }),
  route({
    id: 'listCorrections',
    path: '/corrections',
    summary: 'What was corrected, clarified or updated, newest first.',
    group: 'Articles',
    params: z.object({}),
    query: z.strictObject({ limit: limitParameter, cursor: cursorParameter.optional() }),
    responses: { 200: { description: 'One page.', schema: correctionPageSchema } },
    answer: async ({ query }, { connection, site }) => {
      const { rows, next } = await readCorrections(connection, query);
      return jsonAnswer(
        {
          items: rows.map(({ article, ...correction }) => ({
            ...correction,
            article: { ...article, url: site.articleUrl(article.slug) },
          })),
          next: next && writeCursor(next),
        },
        { tags: ['lists'] },
      );
    },
  }),
];

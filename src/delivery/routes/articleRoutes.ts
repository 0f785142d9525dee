import { z } from 'zod';

import type { Answer } from '../cache/Answer';
import { errorAnswer, jsonAnswer } from '../cache/jsonAnswer';
import { CACHE_CONTROL } from '../cache/cacheControl';
import { pictureTerms } from '../presenters/pictureTerms';
import { presentArticle } from '../presenters/presentArticle';
import { readLiveArticle, type PublicArticle } from '../read/readLiveArticle';
import { articleSchema, errorSchema } from '../schemas/contentSchemas';
import { idParameter, slugParameter, wordList } from '../schemas/parameters';
import { route, type DeliveryContext, type Route } from './Route';

const FIELDS = Object.keys(articleSchema.shape) as (keyof typeof articleSchema.shape)[];
const fieldsQuery = z.strictObject({ fields: wordList(FIELDS).optional() });

const responses = {
  200: { description: 'The live edition.', schema: articleSchema },
  301: { description: 'The article has another address now: see Location.' },
  304: { description: 'It is what If-None-Match names.' },
  404: { description: 'No published article is here.', schema: errorSchema },
  410: { description: 'Withdrawn; the message is the public notice.', schema: errorSchema },
};

export const articleRoutes: Route[] = [
  route({
    id: 'getArticle',
    path: '/articles/:slug',
    summary: 'One article by the last part of its address.',
    group: 'Articles',
    params: z.object({ slug: slugParameter }),
    query: fieldsQuery,
    responses,
    answer: async ({ params, query }, context) =>
      articleAnswer(await readLiveArticle(context.connection, params), query.fields, context),
  }),
  route({
    id: 'getArticleById',
    path: '/articles/id/:id',
    summary: 'One article by its id, which never changes.',
    group: 'Articles',
    params: z.object({ id: idParameter }),
    query: fieldsQuery,
    responses,
    answer: async ({ params, query }, context) =>
      articleAnswer(await readLiveArticle(context.connection, params), query.fields, context),
  }),
];

function articleAnswer(
  found: PublicArticle | null,
  fields: readonly string[] | undefined,
  { site, now }: DeliveryContext,
): Answer {
  if (!found) {
    return errorAnswer({
      status: 404,
      code: 'NOT_FOUND',
      message: 'No published article has this address.',
    });
  }
  switch (found.state) {
    case 'moved':
      return {
        status: 301,
        contentType: 'text/plain; charset=utf-8',
        body: '',
        tags: [`article:${found.id}`],
        cacheControl: CACHE_CONTROL.content,
        // Relative, so that it holds for whoever asks under another name of this server.
        headers: { location: `/v1/articles/${encodeURIComponent(found.slug)}` },
      };
    case 'withdrawn':
      return errorAnswer({
        status: 410,
        code: 'WITHDRAWN',
        message: found.notice ?? 'This article has been withdrawn.',
        tags: [`article:${found.id}`],
        cacheControl: CACHE_CONTROL.content,
      });
    case 'live': {
      const { article } = found;
      const at = now();
      const body = presentArticle({ article, site, now: at });
      return jsonAnswer(fields ? pick(body, fields) : body, {
        ...pictureTerms({
          contents: [article.content],
          tags: [article.id, ...article.content.relatedArticles].map((id) => `article:${id}`),
          lastModified: new Date(article.changedAt),
          now: at,
        }),
      });
    }
  }
}

/** The asked for fields, in the order of the whole. */
export function pick<T extends object>(whole: T, fields: readonly string[]): Partial<T> {
  return Object.fromEntries(
    Object.entries(whole).filter(([name]) => fields.includes(name)),
  ) as Partial<T>;
}

import { z } from 'zod';

import type { EditionContent } from '../../domain/edition/EditionContent';
import type { Answer } from '../cache/Answer';
import { CACHE_CONTROL } from '../cache/cacheControl';
import { errorAnswer, jsonAnswer } from '../cache/jsonAnswer';
import { atomFeed } from '../feeds/atomFeed';
import { updatedAt, type FeedArticle, type FeedSource } from '../feeds/FeedSource';
import { jsonFeed } from '../feeds/jsonFeed';
import { jsonLd } from '../feeds/jsonLd';
import { ninjs } from '../feeds/ninjs';
import { rssFeed } from '../feeds/rssFeed';
import { newsSitemap, sitemap, sitemapIndex } from '../feeds/sitemaps';
import { pictureTerms } from '../presenters/pictureTerms';
import { presentArticle, presentContent, presentSummary } from '../presenters/presentArticle';
import { readArticleList } from '../read/readArticleList';
import { readLiveArticle } from '../read/readLiveArticle';
import { readRecord, withNarrowerTopics } from '../read/readPeopleAndTopics';
import { readSitemapMonths, readSitemapPages } from '../read/readSitemapPages';
import { errorSchema, type ArticleResponse } from '../schemas/contentSchemas';
import { slugParameter } from '../schemas/parameters';
import type { Site } from '../Site';
import { route, type DeliveryContext, type Route } from './Route';

const FEED_LENGTH = 30;
/** Google News reads no older article and no longer list. */
const NEWS_DAYS = 2;
const NEWS_LENGTH = 1_000;
const DAY_MS = 86_400_000;
/** The window of the news sitemap moves with the clock; so often it is drawn anew. */
const NEWS_LIFETIME_MS = 5 * 60_000;

const none = { params: z.object({}), query: z.strictObject({}) };
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

const FORMATS: Record<
  string,
  { type: string; write: (source: FeedSource) => string; title: string }
> = {
  'rss.xml': { type: 'application/rss+xml', write: rssFeed, title: 'RSS 2.0' },
  'atom.xml': { type: 'application/atom+xml', write: atomFeed, title: 'Atom' },
  'feed.json': {
    type: 'application/feed+json',
    write: (source) => JSON.stringify(jsonFeed(source)),
    title: 'JSON Feed 1.1',
  },
};

const xmlAnswer = (body: string, more: Partial<Answer> = {}): Answer => ({
  status: 200,
  contentType: 'application/xml; charset=utf-8',
  body,
  tags: ['lists'],
  cacheControl: CACHE_CONTROL.feed,
  ...more,
});

export const feedRoutes: Route[] = [
  ...Object.entries(FORMATS).map(([file, { type, write, title }]) =>
    route({
      id: `getFeed${file.charAt(0).toUpperCase()}${file.slice(1).split('.')[0] ?? ''}`,
      path: `/feeds/${file}`,
      summary: `The newest articles with their whole text, as ${title}.`,
      group: 'Feeds',
      params: z.object({}),
      query: z.strictObject({
        topic: slugParameter.optional().meta({ description: 'Slug of a topic.' }),
      }),
      responses: {
        200: { description: title, type },
        404: { description: 'No such topic.', schema: errorSchema },
      },
      answer: async ({ query }, context) => {
        const found = await feedSource({ topic: query.topic, file, context });
        if (!found) {
          return errorAnswer({
            status: 404,
            code: 'UNKNOWN_TOPIC',
            message: 'There is no such topic.',
          });
        }
        const { source, contents, at } = found;
        const { hubUrl } = context.site;
        const links = [
          `<${source.selfUrl}>; rel="self"`,
          ...(hubUrl ? [`<${hubUrl}>; rel="hub"`] : []),
        ];
        return {
          status: 200,
          contentType: `${type}; charset=utf-8`,
          body: write(source),
          ...pictureTerms({
            contents,
            tags: ['lists', 'topics'],
            lastModified: source.updatedAt,
            now: at,
          }),
          cacheControl: CACHE_CONTROL.feed,
          headers: { link: links.join(', ') },
        };
      },
    }),
  ),
  route({
    id: 'getNewsSitemap',
    path: '/sitemaps/news.xml',
    summary: 'The articles of the last two days, for news search.',
    group: 'Feeds',
    ...none,
    responses: { 200: { description: 'A news sitemap.', type: 'application/xml' } },
    answer: async (_input, { connection, site, now }) => {
      const since = new Date(now().getTime() - NEWS_DAYS * DAY_MS).toISOString();
      const { rows } = await readArticleList(connection, {
        order: 'newest',
        since,
        limit: NEWS_LENGTH,
        isWhole: false,
      });
      const articles = rows.map((article) => presentSummary({ article, site, now: now() }));
      return xmlAnswer(newsSitemap(articles, site), { lifetimeMs: NEWS_LIFETIME_MS });
    },
  }),
  route({
    id: 'getSitemapIndex',
    path: '/sitemaps/index.xml',
    summary: 'The sitemaps, one for each month.',
    group: 'Feeds',
    ...none,
    responses: { 200: { description: 'A sitemap index.', type: 'application/xml' } },
    answer: async (_input, { connection, site }) => {
      const months = await readSitemapMonths(connection);
      const base = `${site.publicUrl}/v1/sitemaps`;
      return xmlAnswer(
        sitemapIndex([`${base}/news.xml`, ...months.map((name) => `${base}/${name}.xml`)]),
      );
    },
  }),
  route({
    id: 'getSitemap',
    path: '/sitemaps/:month.xml',
    summary: 'The articles first published in a month.',
    group: 'Feeds',
    params: z.object({ month }),
    query: z.strictObject({}),
    responses: { 200: { description: 'A sitemap.', type: 'application/xml' } },
    answer: async ({ params }, { connection, site }) => {
      const pages = await readSitemapPages(connection, params.month);
      return xmlAnswer(
        sitemap(
          pages.map(({ slug, publishedAt }) => ({ url: site.articleUrl(slug), publishedAt })),
        ),
      );
    },
  }),
  documentRoute({
    id: 'getJsonLd',
    file: 'jsonld',
    type: 'application/ld+json',
    title: 'schema.org JSON-LD for the page of the article',
    write: jsonLd,
  }),
  documentRoute({
    id: 'getNinjs',
    file: 'ninjs',
    type: 'application/json',
    title: 'IPTC ninjs 3.1',
    write: ninjs,
  }),
];

function documentRoute({
  id,
  file,
  type,
  title,
  write,
}: {
  id: string;
  file: string;
  type: string;
  title: string;
  write: (article: ArticleResponse, site: Site) => object;
}): Route {
  return route({
    id,
    path: `/articles/:slug/${file}`,
    summary: `One article as ${title}.`,
    group: 'Feeds',
    params: z.object({ slug: slugParameter }),
    query: z.strictObject({}),
    responses: {
      200: { description: title, type },
      404: { description: 'No published article is here.', schema: errorSchema },
    },
    answer: async ({ params }, { connection, site, now }) => {
      const found = await readLiveArticle(connection, params);
      if (found?.state !== 'live') {
        return errorAnswer({
          status: found?.state === 'withdrawn' ? 410 : 404,
          code: found?.state === 'withdrawn' ? 'WITHDRAWN' : 'NOT_FOUND',
          message: 'No published article has this address.',
        });
      }
      const at = now();
      const article = presentArticle({ article: found.article, site, now: at });
      return jsonAnswer(write(article, site), {
        contentType: `${type}; charset=utf-8`,
        ...pictureTerms({
          contents: [found.article.content],
          tags: [`article:${article.id}`],
          lastModified: new Date(found.article.changedAt),
          now: at,
        }),
      });
    },
  });
}

async function feedSource({
  topic,
  file,
  context: { connection, site, now },
}: {
  topic: string | undefined;
  file: string;
  context: DeliveryContext;
}): Promise<{ source: FeedSource; contents: EditionContent[]; at: Date } | null> {
  const record = topic === undefined ? null : await readRecord(connection, 'topics', topic);
  if (topic !== undefined && !record) return null;
  const { rows } = await readArticleList(connection, {
    order: 'newest',
    ...(record ? { topics: await withNarrowerTopics(connection, record._id) } : {}),
    limit: FEED_LENGTH,
    isWhole: true,
  });
  const at = now();
  const articles = rows.map((article): FeedArticle => ({
    ...presentSummary({ article, site, now: at }),
    sections: presentContent({ article, site, now: at }).sections,
  }));
  const query = topic === undefined ? '' : `?topic=${encodeURIComponent(topic)}`;
  const source: FeedSource = {
    title: record ? `${site.name}: ${record.name}` : site.name,
    selfUrl: `${site.publicUrl}/v1/feeds/${file}${query}`,
    site,
    articles,
    updatedAt: updatedAt(articles),
  };
  return { source, contents: rows.map(({ content }) => content), at };
}

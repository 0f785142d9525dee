import { Router, type ErrorRequestHandler } from 'express';

import { ApiError } from '../client/ApiError';
import type { Client } from '../client/createClient';
import { articlePage } from './pages/articlePage';
import { listPage, topicsPage } from './pages/articleList';
import type { Page, ReaderSite } from './pages/layout';
import { noticePage } from './pages/noticePage';
import { previewPage } from './pages/previewPage';
import { CACHE_CONTROL, sendPage } from './sendPage';
import { wordsIn } from './words';

const FRONT_LENGTH = 20;
/**
 * The site for readers, under `/read`: every page is made from what the typed client gets from the
 * public API, so whatever is shown here any other frontend can show too.
 */
export function readerSite({
  client,
  site,
  onError,
}: {
  client: Client;
  site: ReaderSite;
  onError: (error: unknown) => void;
}): Router {
  const words = wordsIn(site.language);
  const router = Router();

  router.get('/', async (req, res) => {
    const cursor = textOf(req.query.cursor);
    const kept = keptLike();
    const [page, topics] = await Promise.all([
      client.get('listArticles', { limit: FRONT_LENGTH, ...(cursor ? { cursor } : {}) }, kept.read),
      client.get('listTopics', { limit: FRONT_LENGTH }),
    ]);
    sendPage({
      res,
      site,
      keptLike: kept.cacheControl(),
      page: listPage({
        title: site.name,
        heading: words.newest,
        page,
        topics: topics.items,
        address: '/read',
        site,
      }),
    });
  });

  router.get('/topics', async (_req, res) => {
    const topics = await client.get('listTopics', { limit: 100 });
    sendPage({ res, site, page: topicsPage(topics.items, site) });
  });

  router.get('/topics/:topic', async (req, res) => {
    const { topic } = req.params;
    const cursor = textOf(req.query.cursor);
    const kept = keptLike();
    const [record, page] = await Promise.all([
      client.get('getTopic', { slug: topic }),
      client.get(
        'listArticles',
        { topic, limit: FRONT_LENGTH, ...(cursor ? { cursor } : {}) },
        kept.read,
      ),
    ]);
    const address = `/read/topics/${encodeURIComponent(topic)}`;
    sendPage({
      res,
      site,
      keptLike: kept.cacheControl(),
      page: listPage({ title: record.name, page, topics: [], address, site }),
    });
  });

  router.get('/preview', async (req, res, next) => {
    const token = textOf(req.query.token);
    // Without a token it is the address of an article that is called so.
    if (token === null) return next();
    const article = await client.get('getPreview', { token });
    sendPage({ res, site, page: previewPage({ article, site, label: words.unpublished }) });
  });

  router.get('/:slug', async (req, res) => {
    const { slug } = req.params;
    const kept = keptLike();
    const article = await client.get('getArticle', { slug }, kept.read);
    if (article.slug !== slug) {
      res.set('cache-control', CACHE_CONTROL);
      return res.redirect(301, `/read/${encodeURIComponent(article.slug)}`);
    }
    const jsonLd = await client.get('getJsonLd', { slug });
    const page = articlePage({ article, jsonLd, site });
    sendPage({ res, site, page, keptLike: kept.cacheControl() });
  });

  router.use((_req, res) => sendPage({ res, site, page: notFound(site) }));
  const answerErrors: ErrorRequestHandler = (error: unknown, _req, res, next) => {
    if (res.headersSent) return next(error);
    if (!(error instanceof ApiError) && !isMalformed(error)) onError(error);
    sendPage({ res, site, page: pageOfError(error, site) });
  };
  router.use(answerErrors);
  return router;
}

/** Reads how long an answer may be kept, for the page that is made of it. */
function keptLike() {
  let cacheControl: string | null = null;
  return {
    read: (headers: Headers) => {
      cacheControl = headers.get('cache-control');
    },
    cacheControl: () => cacheControl,
  };
}

function pageOfError(error: unknown, site: ReaderSite): Page {
  const words = wordsIn(site.language);
  if (isMalformed(error)) return notFound(site);
  if (error instanceof ApiError) {
    const { status, code, message } = error;
    if (code === 'WITHDRAWN') {
      return noticePage({ status: 410, title: words.withdrawn, message, site });
    }
    if (code === 'PREVIEW_ENDED') {
      return noticePage({ status: 404, title: words.previewEnded, message, site });
    }
    if (status === 404 || status === 400) return notFound(site);
  }
  return noticePage({
    status: 503,
    title: words.notNow,
    message: words.notNowHelp,
    site,
  });
}

function notFound(site: ReaderSite): Page {
  const words = wordsIn(site.language);
  return noticePage({
    status: 404,
    title: words.nothingHere,
    message: words.nothingHereHelp,
    site,
  });
}

/** An address that cannot be decoded. */
function isMalformed(error: unknown): boolean {
  return (error as { status?: unknown }).status === 400;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

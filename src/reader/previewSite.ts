import { Router, type ErrorRequestHandler } from 'express';

import type { Article } from '../client/apiTypes';
import type { ReaderSite } from './pages/layout';
import { noticePage } from './pages/noticePage';
import { previewPage } from './pages/previewPage';
import { sendPage } from './sendPage';
import { RELOAD_ON_SAVE } from './style';

/**
 * `/preview/:id?token=`: the working copy of an article as readers will see it, in the frame of the
 * admin. `load` gives it to holders of its token, and throws a refusal with `status` and `message`.
 */
export function previewSite({
  load,
  site,
}: {
  load: (request: { articleId: string; token: string }) => Promise<Article>;
  site: ReaderSite;
}): Router {
  const router = Router();
  router.get('/preview/:id', async (req, res) => {
    const { token } = req.query;
    const article = await load({
      articleId: req.params.id,
      token: typeof token === 'string' ? token : '',
    });
    const label = 'Preview of the working copy. Not published.';
    const page = { ...previewPage({ article, site, label }), script: RELOAD_ON_SAVE };
    sendPage({ res, site, page });
  });
  const answerRefusals: ErrorRequestHandler = (error: unknown, _req, res, next) => {
    const { status, message } = error as { status?: number; message?: string };
    if (status === undefined || status >= 500 || !message) return next(error);
    sendPage({ res, site, page: noticePage({ status, title: 'No preview', message }) });
  };
  router.use(answerRefusals);
  return router;
}

import { Router, type ErrorRequestHandler } from 'express';

import type { Article } from '../client/apiTypes';
import { PREVIEWS, type PreviewOf } from '../domain/edition/PreviewOf';
import type { ReaderSite } from './pages/layout';
import { noticePage } from './pages/noticePage';
import { previewPage } from './pages/previewPage';
import { sendPage } from './sendPage';
import { RELOAD_ON_SAVE } from './style';
import { wordsIn } from './words';

/**
 * `/preview/:id?token=&of=`: the working copy of an article as readers will see it, or its approved
 * or live edition, in the frame of the admin. `load` gives it to holders of its token, and throws a
 * refusal with `status` and `message`.
 */
export function previewSite({
  load,
  site,
}: {
  load: (request: { articleId: string; token: string; of: PreviewOf }) => Promise<Article>;
  site: ReaderSite;
}): Router {
  const words = wordsIn(site.language);
  const router = Router();
  router.get('/preview/:id', async (req, res) => {
    const { token } = req.query;
    const of = PREVIEWS.find((one) => one === req.query.of) ?? 'draft';
    const article = await load({
      articleId: req.params.id,
      token: typeof token === 'string' ? token : '',
      of,
    });
    const page = previewPage({ article, site, label: words.previewOf[of] });
    sendPage({ res, site, page: { ...page, script: RELOAD_ON_SAVE } });
  });
  const answerRefusals: ErrorRequestHandler = (error: unknown, _req, res, next) => {
    const { status, message } = error as { status?: number; message?: string };
    if (status === undefined || status >= 500 || !message) return next(error);
    sendPage({ res, site, page: noticePage({ status, title: words.noPreview, message, site }) });
  };
  router.use(answerRefusals);
  return router;
}

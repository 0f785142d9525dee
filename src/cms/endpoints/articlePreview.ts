import { randomBytes } from 'node:crypto';

import type { Endpoint } from 'payload';

import { loadWorkingCopy } from '../../actions/loadWorkingCopy';
import { Refusal } from '../../actions/Refusal';
import { buildEdition } from '../../domain/edition/buildEdition';
import { isPreviewToken } from '../preview/previewToken';
import { renderPreview } from '../preview/renderPreview';

/** `GET /api/articles/:id/preview?token=`: the working copy as a page, for holders of a token. */
export const articlePreview: Endpoint = {
  path: '/:id/preview',
  method: 'get',
  handler: async (req) => {
    const articleId = String(req.routeParams?.id);
    const token = req.searchParams.get('token') ?? '';
    const now = new Date();
    if (!isPreviewToken({ token, articleId, secret: req.payload.secret, now: now.getTime() })) {
      throw new Refusal({
        code: 'PREVIEW_TOKEN_INVALID',
        status: 403,
        message:
          'This preview link is wrong or has expired. Open the preview from the article again.',
      });
    }
    const workingCopy = await loadWorkingCopy({ articleId, req, now });
    if (!workingCopy) {
      throw new Refusal({ code: 'NOT_FOUND', status: 404, message: 'There is no such article.' });
    }
    const nonce = randomBytes(16).toString('base64');
    return new Response(renderPreview(buildEdition(workingCopy), { nonce }), {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        // Whatever an article holds, its preview runs our one script and talks to no other host.
        'content-security-policy': `default-src 'none'; img-src 'self'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'`,
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      },
    });
  },
};

import { createLocalReq, type Payload } from 'payload';

import { loadWorkingCopy } from '../../actions/loadWorkingCopy';
import { Refusal } from '../../actions/Refusal';
import { buildEdition } from '../../domain/edition/buildEdition';
import type { EditionContent } from '../../domain/edition/EditionContent';
import { isPreviewToken } from './previewToken';

/**
 * The working copy of an article as an edition of it would be, for holders of a token.
 *
 * @throws Refusal when the token is wrong or has expired, or there is no such article.
 */
export async function loadPreview({
  payload,
  articleId,
  token,
  now,
}: {
  payload: Payload;
  articleId: string;
  token: string;
  now: Date;
}): Promise<EditionContent> {
  if (!isPreviewToken({ token, articleId, secret: payload.secret, now: now.getTime() })) {
    throw new Refusal({
      code: 'PREVIEW_TOKEN_INVALID',
      status: 403,
      message:
        'This preview link is wrong or has expired. Open the preview from the article again.',
    });
  }
  const req = await createLocalReq({}, payload);
  const workingCopy = await loadWorkingCopy({ articleId, req, now });
  if (!workingCopy) {
    throw new Refusal({ code: 'NOT_FOUND', status: 404, message: 'There is no such article.' });
  }
  return buildEdition(workingCopy);
}

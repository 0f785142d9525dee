import { createLocalReq, type Payload } from 'payload';

import { loadEdition } from '../../actions/load/loadEdition';
import { loadWorkingCopy } from '../../actions/load/loadWorkingCopy';
import { Refusal } from '../../actions/Refusal';
import { buildEdition } from '../../domain/edition/buildEdition';
import type { EditionContent } from '../../domain/edition/EditionContent';
import type { PreviewOf } from '../../domain/edition/PreviewOf';
import { readEdition } from '../../domain/edition/readEdition';
import { idOf } from '../../domain/edition/WorkingCopy';
import { isPreviewToken } from './previewToken';

/**
 * The working copy of an article as an edition of it would be, or the edition that is approved or
 * live, for holders of a token.
 *
 * @throws Refusal when the token is wrong or has expired, or there is no such article or edition.
 */
export async function loadPreview({
  payload,
  articleId,
  token,
  of,
  now,
}: {
  payload: Payload;
  articleId: string;
  token: string;
  of: PreviewOf;
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
  if (of === 'draft') return buildEdition(workingCopy);
  const { workflow } = workingCopy.article;
  const isLive = workflow?.publicationState === 'live';
  const editionId =
    of === 'approved' ? idOf(workflow?.approvedEdition) : isLive && idOf(workflow.liveEdition);
  const edition = editionId ? await loadEdition(editionId, req) : null;
  if (!edition) {
    throw new Refusal({
      code: 'NOT_FOUND',
      status: 404,
      message:
        of === 'approved'
          ? 'Nothing of this article is approved.'
          : 'Readers see nothing of this article.',
    });
  }
  return readEdition(edition);
}

import { buildEdition } from '../domain/edition/buildEdition';
import { canonicalHash } from '../domain/edition/canonicalHash';
import { idOf } from '../domain/edition/WorkingCopy';
import { hasRole, ROLES } from '../domain/workflow/Role';
import { publishIssues } from '../domain/workflow/publishIssues';
import { blockingIssues } from '../domain/workflow/PublishIssue';
import { freezeEdition } from './freezeEdition';
import type { ActionCall } from './inTransaction';
import { loadEdition } from './loadEdition';
import { loadWorkingCopy } from './loadWorkingCopy';
import { recordAudit } from './recordAudit';
import { recordEvent } from './recordEvent';
import { Refusal } from './Refusal';
import { runAction } from './runAction';
import { showToReaders } from './showToReaders';

export interface PublishArticleInput extends ActionCall {
  articleId: string;
  /** The `canonicalHash` of what the editor saw; when given, another text is refused with 409. */
  contentHash?: string | null;
  now: Date;
}

export interface PublishedArticle {
  editionId: string;
  /** Counted from 1 within the article. */
  editionNumber: number;
  hash: string;
  slug: string;
  sequence: number;
}

/**
 * Freezes the working copy as an edition and shows exactly that to readers.
 *
 * @throws Refusal ROLE_NOT_ALLOWED 403, NOT_FOUND 404, CONTENT_CHANGED or ALREADY_LIVE 409,
 *   CONTENT_NOT_READY 422 with every issue at once.
 */
export function publishArticle({
  payload,
  user,
  articleId,
  contentHash,
  now,
}: PublishArticleInput): Promise<PublishedArticle> {
  return runAction({
    name: 'publish',
    payload,
    user,
    work: async (req) => {
      const held = ROLES.filter((role) => user?.roles.includes(role));
      if (!hasRole(held, 'editor')) {
        throw new Refusal({
          code: 'ROLE_NOT_ALLOWED',
          status: user ? 403 : 401,
          message: 'Publishing takes an editor. Ask one to look at this article.',
        });
      }
      const workingCopy = await loadWorkingCopy({ articleId, req, now });
      if (!workingCopy) {
        throw new Refusal({
          code: 'NOT_FOUND',
          status: 404,
          message: 'There is no such article, or it is in the trash.',
        });
      }
      const { article } = workingCopy;
      const hash = canonicalHash(buildEdition(workingCopy));
      if (contentHash && contentHash !== hash) {
        throw new Refusal({
          code: 'CONTENT_CHANGED',
          status: 409,
          message: 'The article changed after you looked at it. Read it again, then publish.',
          details: { contentHash: hash },
        });
      }
      const issues = publishIssues({ workingCopy, now: now.toISOString() });
      const blocking = blockingIssues(issues, 'publish');
      if (blocking.length > 0) {
        throw new Refusal({
          code: 'CONTENT_NOT_READY',
          status: 422,
          message: blocking.map(({ message }) => message).join(' '),
          details: { issues: blocking },
        });
      }
      const before = article.workflow;
      const liveId = before?.publicationState === 'live' ? idOf(before.liveEdition) : null;
      const live = liveId ? await loadEdition(liveId, req) : null;
      if (live?.hash === hash) {
        throw new Refusal({
          code: 'ALREADY_LIVE',
          status: 409,
          message: 'Exactly this text is live already. There is nothing to publish.',
        });
      }
      const edition = await freezeEdition({ workingCopy, now, req });
      await showToReaders({
        article,
        edition,
        previous: live,
        workflow: {
          ...before,
          stage: 'approved',
          publicationState: 'live',
          approvedEdition: edition.id,
          liveEdition: edition.id,
          firstPublishedAt: before?.firstPublishedAt ?? now.toISOString(),
          publishedAt: now.toISOString(),
        },
        req,
      });
      const common = { articleId, editionId: edition.id, at: now };
      await recordAudit(
        { ...common, action: 'publish', from: before?.publicationState ?? 'unpublished', to: 'live' },
        req,
      );
      const sequence = await recordEvent({ ...common, type: 'published' }, req);
      return {
        editionId: edition.id,
        editionNumber: edition.number ?? 1,
        hash,
        slug: article.slug ?? '',
        sequence,
      };
    },
  });
}

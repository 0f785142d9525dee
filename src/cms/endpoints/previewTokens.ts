import { createHash, randomBytes } from 'node:crypto';

import type { Endpoint, PayloadRequest } from 'payload';

import { loadEdition } from '../../actions/load/loadEdition';
import { loadWorkingCopy } from '../../actions/load/loadWorkingCopy';
import { Refusal } from '../../actions/Refusal';
import { buildEdition } from '../../domain/edition/buildEdition';
import { readEdition } from '../../domain/edition/readEdition';
import { may } from '../../domain/rights/rights';

const HOUR_MS = 3_600_000;
const DEFAULT_HOURS = 24;
const MAX_HOURS = 24 * 14;

/**
 * `POST /api/preview-tokens/issue` with `{ articleId, editionId?, hours? }`: a link to the working
 * copy as it is now, or to an edition. What it shows is kept with it, so it never shows more.
 */
export const previewTokens: Endpoint[] = [
  {
    path: '/issue',
    method: 'post',
    handler: async (req) => {
      // Custom endpoints are open to everybody unless they ask (payload-traps 20).
      if (!may(req.user, 'useNewsroom')) {
        throw new Refusal({
          code: req.user ? 'ROLE_NOT_ALLOWED' : 'NOT_SIGNED_IN',
          status: req.user ? 403 : 401,
          message: 'Sign in as a member of the newsroom to make a preview link.',
        });
      }
      const body = (await req.json?.().catch(() => null)) as {
        articleId?: unknown;
        editionId?: unknown;
        hours?: unknown;
      } | null;
      const hours = Number(body?.hours ?? DEFAULT_HOURS);
      if (typeof body?.articleId !== 'string' || !(hours > 0 && hours <= MAX_HOURS)) {
        throw new Refusal({
          code: 'PREVIEW_REQUEST_INVALID',
          status: 400,
          message: `A preview link needs an articleId, and lasts at most ${MAX_HOURS} hours.`,
        });
      }
      const issued = await issuePreviewToken({
        req,
        articleId: body.articleId,
        editionId: typeof body.editionId === 'string' ? body.editionId : null,
        hours,
        now: new Date(),
      });
      return Response.json({ ...issued, path: `/v1/preview/${issued.token}` }, { status: 201 });
    },
  },
];

/** Keeps what is to be shown under the hash of a new random token, which only the caller gets. */
export async function issuePreviewToken({
  req,
  articleId,
  editionId,
  hours,
  now,
}: {
  req: PayloadRequest;
  articleId: string;
  editionId: string | null;
  hours: number;
  now: Date;
}): Promise<{ token: string; expiresAt: string }> {
  const workingCopy = await loadWorkingCopy({ articleId, req, now });
  const edition = editionId ? await loadEdition(editionId, req) : null;
  const owner = typeof edition?.article === 'string' ? edition.article : edition?.article?.id;
  if (!workingCopy || (editionId && owner !== articleId)) {
    throw new Refusal({
      code: 'NOT_FOUND',
      status: 404,
      message: 'There is no such article, or it has no such edition.',
    });
  }
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + hours * HOUR_MS);
  const { connection } = req.payload.db;
  const id = (hex: string) => new connection.base.Types.ObjectId(hex);
  await connection.collection('preview-tokens').insertOne({
    title: workingCopy.article.headline,
    tokenHash: createHash('sha256').update(token).digest('hex'),
    article: id(articleId),
    edition: edition ? id(edition.id) : null,
    content: edition ? readEdition(edition) : buildEdition(workingCopy),
    expiresAt,
    issuedByName: req.user?.name ?? null,
    createdAt: now,
    updatedAt: now,
  });
  return { token, expiresAt: expiresAt.toISOString() };
}

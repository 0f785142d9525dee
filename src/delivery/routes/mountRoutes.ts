import type { Express, Request } from 'express';

import { within } from '../within';
import { errorAnswer } from '../cache/jsonAnswer';
import type { ByteCache } from '../cache/byteCache';
import { sendEntry } from '../cache/sendEntry';
import type { Answer } from '../cache/Answer';
import type { DeliveryContext, Route } from './Route';
import { send } from './send';

/** How long a request waits for this node to reach the sequence it has seen on another, in ms. */
const CATCH_UP_MS = 1_000;

/** A reader waits no longer than this for a database that does not answer, in ms. */
const MAX_BUILD_MS = 5_000;

/** Gives each route its Express handler: check the input, find or make the answer, write it. */
export function mountRoutes({
  app,
  routes,
  cache,
  context,
}: {
  app: Express;
  routes: readonly Route[];
  cache: ByteCache;
  context: DeliveryContext;
}): void {
  for (const { id, path, params, query, answer, handle } of routes) {
    app.get(path, async (req, res) => {
      const input = parseInput({ req, params, query });
      if (!input.ok) return send({ req, res, answer: input.refusal, context });
      if (handle)
        return handle({ ...(input.value as never as object), req, res } as never, context);
      if (!answer) return;
      await reachSequence(req, context);
      const entry = await cache.get({
        key: `${id} ${JSON.stringify(input.value)}`,
        url: req.originalUrl,
        build: () => within(MAX_BUILD_MS, answer(input.value, context)),
      });
      sendEntry({ req, res, entry, isStale: !context.follower.isFollowing });
    });
  }
}

function parseInput({
  req,
  params,
  query,
}: Pick<Route, 'params' | 'query'> & { req: Request }):
  { ok: true; value: { params: unknown; query: unknown } } | { ok: false; refusal: Answer } {
  const checkedParams = params.safeParse(req.params);
  if (!checkedParams.success) {
    const refusal = errorAnswer({
      status: 404,
      code: 'NOT_FOUND',
      message: 'There is nothing at this address.',
    });
    return { ok: false, refusal };
  }
  const checkedQuery = query.safeParse(req.query);
  if (!checkedQuery.success) {
    const problems = checkedQuery.error.issues.map(({ path, message }) =>
      path.length > 0 ? `${path.join('.')}: ${message}` : message,
    );
    const refusal = errorAnswer({
      status: 400,
      code: 'INVALID_QUERY',
      message: `The query is not understood. ${problems.join('; ')}`,
      details: { problems },
    });
    return { ok: false, refusal };
  }
  return { ok: true, value: { params: checkedParams.data, query: checkedQuery.data } };
}

/**
 * A client that has seen a newer state on another node says so in `Standfirst-Sequence`; this node
 * reads on before it answers, so that nobody sees an older edition after a newer.
 */
async function reachSequence(req: Request, { follower }: DeliveryContext): Promise<void> {
  if (!isAhead(req, follower.sequence)) return;
  const timeout = AbortSignal.timeout(CATCH_UP_MS);
  await Promise.race([
    follower.catchUp().catch(() => undefined),
    follower.whenBeyond(Infinity, timeout),
  ]);
}

/** Whether the client has seen more than this node, by its own word. */
export function isAhead(req: Pick<Request, 'headers'>, sequence: number): boolean {
  const seen = req.headers['standfirst-sequence'];
  return seen !== undefined && sequence >= 0 && Number(seen) > sequence;
}

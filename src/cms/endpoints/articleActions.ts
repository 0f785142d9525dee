import type { Endpoint, PayloadRequest } from 'payload';

import { publishArticle } from '../../actions/publishArticle';
import { Refusal } from '../../actions/Refusal';
import { isStaff } from '../access/roles';

type Handler = (call: { req: PayloadRequest; articleId: string; body: ActionBody }) => Promise<object>;

interface ActionBody {
  contentHash?: string | null;
}

const ACTIONS: Record<string, Handler> = {
  publish: ({ req, articleId, body }) =>
    publishArticle({
      payload: req.payload,
      user: req.user,
      articleId,
      contentHash: body.contentHash ?? null,
      now: new Date(),
    }),
};

/** `POST /api/articles/:id/actions/:action`: the only way to change what readers see. */
export const articleActions: Endpoint[] = [
  {
    path: '/:id/actions/:action',
    method: 'post',
    handler: async (req) => {
      // Custom endpoints are open to everybody unless they ask (payload-traps 20).
      if (!isStaff(req.user)) {
        throw new Refusal({
          code: req.user ? 'ROLE_NOT_ALLOWED' : 'NOT_SIGNED_IN',
          status: req.user ? 403 : 401,
          message: 'Sign in as a member of the newsroom to do this.',
        });
      }
      const action = ACTIONS[String(req.routeParams?.action)];
      if (!action) {
        throw new Refusal({
          code: 'UNKNOWN_ACTION',
          status: 404,
          message: `There is no action “${String(req.routeParams?.action)}”. Known: ${Object.keys(ACTIONS).join(', ')}.`,
        });
      }
      const result = await action({
        req,
        articleId: String(req.routeParams?.id),
        body: await readBody(req),
      });
      return Response.json(result);
    },
  },
];

async function readBody(req: PayloadRequest): Promise<ActionBody> {
  const text = (await req.text?.()) ?? '';
  if (text.trim() === '') return {};
  try {
    const body: unknown = JSON.parse(text);
    if (body !== null && typeof body === 'object' && !Array.isArray(body)) return body;
  } catch {
    // Falls through to the one refusal below.
  }
  throw new Refusal({
    code: 'BODY_NOT_JSON',
    status: 400,
    message: 'The body of an action is a JSON object, or empty.',
  });
}

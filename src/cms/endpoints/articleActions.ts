import type { Endpoint, PayloadRequest } from 'payload';

import { compareEditions } from '../../actions/workflow/compareEditions';
import { noSuchArticle } from '../../actions/load/loadArticle';
import { describeActions } from '../../actions/workflow/describeActions';
import { restoreEdition } from '../../actions/workflow/restoreEdition';
import { runVerb } from './runVerb';
import { readJson } from './readInput';
import { readKey } from './readKey';
import { spoken } from '../words/spoken';
import { requireStaff } from './requireStaff';

/** What the newsroom does with an article over REST; GraphQL offers the same as mutations. */
export const articleActions: Endpoint[] = [
  {
    path: '/:id/actions',
    method: 'get',
    handler: async (req) => {
      requireStaff(req);
      const overview = await describeActions({ articleId: idOf(req), now: new Date(), req });
      if (!overview) throw noSuchArticle();
      return Response.json(spoken(req, overview));
    },
  },
  {
    path: '/:id/actions/:action',
    method: 'post',
    handler: async (req) => {
      const user = requireStaff(req);
      const call = {
        payload: req.payload,
        user,
        articleId: idOf(req),
        now: new Date(),
        idempotencyKey: readKey(req),
      };
      return Response.json(
        await runVerb(String(req.routeParams?.action), call, await readJson(req, 'an action')),
      );
    },
  },
  {
    path: '/:id/diff',
    method: 'get',
    handler: async (req) => {
      requireStaff(req);
      const comparison = await compareEditions({
        articleId: idOf(req),
        from: req.searchParams.get('from') ?? 'working-copy',
        to: req.searchParams.get('to') ?? 'working-copy',
        now: new Date(),
        req,
      });
      return Response.json(comparison);
    },
  },
  {
    path: '/:id/editions/:edition/restore',
    method: 'post',
    handler: async (req) => {
      const user = requireStaff(req);
      const restored = await restoreEdition({
        payload: req.payload,
        user,
        articleId: idOf(req),
        editionId: String(req.routeParams?.edition),
      });
      return Response.json(restored);
    },
  },
];

function idOf(req: PayloadRequest): string {
  const id = String(req.routeParams?.id);
  if (!/^[0-9a-f]{24}$/i.test(id)) throw noSuchArticle();
  return id;
}

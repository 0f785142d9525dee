import type { Endpoint, PayloadRequest } from 'payload';

import { Refusal } from '../../actions/Refusal';
import { loadColleagues } from '../../actions/load/loadColleagues';
import { readBoard } from '../desk/readBoard';
import { readDesk, toId } from '../desk/readDesk';
import type { Id } from '../desk/WorkingCopies';
import { spoken } from '../words/spoken';
import { requireStaff } from './requireStaff';

const MAX_KIND_LENGTH = 40;

/** What the panel's first pages show. All of it is read only, and for the newsroom alone. */
export const deskEndpoints: Endpoint[] = [
  {
    path: '/desk',
    method: 'get',
    handler: async (req) =>
      Response.json(spoken(req, await readDesk({ user: requireStaff(req), now: new Date(), req }))),
  },
  {
    path: '/board',
    method: 'get',
    handler: async (req) => {
      requireStaff(req);
      const filter = { topic: idOf('topic', req), person: idOf('person', req), kind: kindOf(req) };
      return Response.json(await readBoard(filter, req));
    },
  },
  {
    path: '/colleagues',
    method: 'get',
    handler: async (req) => {
      requireStaff(req);
      return Response.json(await loadColleagues(req));
    },
  },
];

function idOf(name: string, req: PayloadRequest): Id | null {
  const id = req.searchParams.get(name);
  if (!id) return null;
  if (/^[0-9a-f]{24}$/i.test(id)) return toId(id, req);
  throw new Refusal({
    code: 'INPUT_INVALID',
    status: 400,
    message: `${name}: this is no id. Leave it out to see everything.`,
  });
}

function kindOf(req: PayloadRequest): string | null {
  return req.searchParams.get('kind')?.slice(0, MAX_KIND_LENGTH) || null;
}

import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';

import { describeFace } from '../../actions/faces/describeFace';
import { releaseFace } from '../../actions/faces/releaseFace';
import type { FaceCollection } from '../../domain/faces/FaceCollection';
import { spoken } from '../words/spoken';
import { readInput } from './readInput';
import { requireStaff } from './requireStaff';

const releaseInput = z.strictObject({ hash: z.string().max(100).optional() });

/** What readers see of a record beside what the newsroom made of it, and the one way from here to there. */
export function faceEndpoints(collection: FaceCollection): Endpoint[] {
  return [
    {
      path: '/:id/face',
      method: 'get',
      handler: async (req) => {
        requireStaff(req);
        return Response.json(spoken(req, await describeFace({ collection, id: idOf(req), req })));
      },
    },
    {
      path: '/:id/actions/release',
      method: 'post',
      handler: async (req) => {
        const user = requireStaff(req);
        const { hash = null } = await readInput(req, releaseInput);
        return Response.json(
          await releaseFace({
            payload: req.payload,
            user,
            collection,
            id: idOf(req),
            hash,
            now: new Date(),
          }),
        );
      },
    },
  ];
}

function idOf(req: PayloadRequest): string {
  return String(req.routeParams?.id);
}

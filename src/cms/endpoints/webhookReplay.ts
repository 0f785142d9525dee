import type { Endpoint } from 'payload';

import { Refusal } from '../../actions/Refusal';
import { hasRole } from '../access/roles';

/** `POST /api/webhook-deliveries/:id/replay`: sends a dead delivery again, from the first attempt on. */
export const webhookReplay: Endpoint[] = [
  {
    path: '/:id/replay',
    method: 'post',
    handler: async (req) => {
      if (!hasRole(req.user, 'admin')) {
        throw new Refusal({
          code: req.user ? 'ROLE_NOT_ALLOWED' : 'NOT_SIGNED_IN',
          status: req.user ? 403 : 401,
          message: 'Sign in as an admin to send this again.',
        });
      }
      const { connection } = req.payload.db;
      const id = String(req.routeParams?.id);
      const revived = /^[0-9a-f]{24}$/.test(id)
        ? await connection.collection('webhook-deliveries').findOneAndUpdate(
            { _id: new connection.base.Types.ObjectId(id), state: 'dead' },
            { $set: { state: 'pending', attempts: 0, nextAttemptAt: new Date() } },
          )
        : null;
      if (!revived) {
        throw new Refusal({
          code: 'NOT_FOUND',
          status: 404,
          message: 'There is no dead delivery of this id.',
        });
      }
      return Response.json({ state: 'pending' });
    },
  },
];

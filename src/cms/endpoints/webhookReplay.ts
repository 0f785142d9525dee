import type { Endpoint, Payload } from 'payload';

import { Refusal } from '../../actions/Refusal';
import { may } from '../../domain/rights/rights';

/** `POST /api/webhook-deliveries/:id/replay`: sends a dead delivery again, from the first attempt on. */
export const webhookReplay: Endpoint[] = [
  {
    path: '/:id/replay',
    method: 'post',
    handler: async (req) => {
      if (!may(req.user, 'administer')) {
        throw new Refusal({
          code: req.user ? 'ROLE_NOT_ALLOWED' : 'NOT_SIGNED_IN',
          status: req.user ? 403 : 401,
          message: 'Sign in as an admin to send this again.',
        });
      }
      const { connection } = req.payload.db;
      const isRevived = await reviveDelivery(connection, String(req.routeParams?.id));
      if (!isRevived) {
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

/** Makes a dead delivery pending again; false when there is no such one. */
async function reviveDelivery(
  connection: Payload['db']['connection'],
  id: string,
): Promise<boolean> {
  if (!/^[0-9a-f]{24}$/.test(id)) return false;
  const { modifiedCount } = await connection
    .collection('webhook-deliveries')
    .updateOne(
      { _id: new connection.base.Types.ObjectId(id), state: 'dead' },
      { $set: { state: 'pending', attempts: 0, nextAttemptAt: new Date() } },
    );
  return modifiedCount === 1;
}

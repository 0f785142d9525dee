import type { ServerProps } from 'payload';

import { settingsInForce } from '../../domain/workflow/settingsInForce';

const DAY_MS = 24 * 60 * 60 * 1000;
const SHOWN = 30;

/** The orders due in the next 24 hours and the blocked ones, as the user may see them. */
export async function readNextDay({
  payload,
  user,
}: {
  payload: ServerProps['payload'];
  user: NonNullable<ServerProps['user']>;
}) {
  const asUser = { depth: 0, overrideAccess: false, user } as const;
  const orders = { collection: 'publications', sort: 'at', limit: SHOWN, ...asUser } as const;
  const until = new Date(Date.now() + DAY_MS).toISOString();
  const [{ docs, totalDocs }, { docs: blocked }, settings] = await Promise.all([
    payload.find({
      where: { state: { in: ['pending', 'claimed'] }, at: { less_than: until } },
      ...orders,
    }),
    payload.find({ where: { state: { equals: 'blocked' } }, ...orders }),
    payload.findGlobal({ slug: 'settings', ...asUser }),
  ]);
  return { docs, totalDocs, blocked, zone: settingsInForce(settings).timeZone };
}

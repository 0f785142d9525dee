import type { PayloadRequest } from 'payload';

import { OPEN_ORDER_STATES } from '../../domain/schedule/orderStates';
import { idOf } from '../../domain/edition/WorkingCopy';
import type { ReadyArticle } from '../../domain/schedule/CalendarItem';

/** Approvals wait for days at most; what is older is found in the list of articles. */
const NEWEST_EDITIONS = 400;

/** Articles whose approved edition nobody sees and nothing schedules, the latest approved first. */
export async function readReadyArticles(req: PayloadRequest): Promise<ReadyArticle[]> {
  const asUser = {
    depth: 0,
    pagination: false,
    overrideAccess: false,
    user: req.user,
    req,
  } as const;
  const { docs: editions } = await req.payload.find({
    collection: 'editions',
    sort: '-frozenAt',
    limit: NEWEST_EDITIONS,
    select: { article: true },
    ...asUser,
  });
  const ids = [...new Set(editions.flatMap(({ article }) => idOf(article) ?? []))];
  const [{ docs: articles }, { docs: orders }] = await Promise.all([
    req.payload.find({
      collection: 'articles',
      draft: true,
      where: { id: { in: ids } },
      select: { headline: true, embargoUntil: true, flags: true, workflow: true },
      ...asUser,
    }),
    req.payload.find({
      collection: 'publications',
      where: {
        article: { in: ids },
        kind: { equals: 'publish' },
        state: { in: [...OPEN_ORDER_STATES] },
      },
      select: { article: true },
      ...asUser,
    }),
  ]);
  const scheduled = new Set(orders.map(({ article }) => idOf(article)));
  return articles
    .filter(({ id, workflow }) => {
      const approved = idOf(workflow?.approvedEdition);
      return approved && approved !== idOf(workflow?.liveEdition) && !scheduled.has(id);
    })
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map(({ id, headline, embargoUntil, flags, workflow }) => ({
      id,
      headline,
      embargoUntil: embargoUntil ?? null,
      onHold: flags?.onHold ?? false,
      isLive: workflow?.publicationState === 'live',
    }));
}

import type { PayloadRequest } from 'payload';

import {
  contributorsAmong,
  joinContributors,
  type Contributor,
} from '../../domain/workflow/contributors';
import type { LoadedWorkingCopy } from './loadWorkingCopy';

/**
 * Who contributed to an article since its last edition: to the article and its parts, which the article
 * keeps, and to the people, topics and images that it shows. Those are others' too: what was changed of
 * them counts from the last edition on, or from the day that the article was begun.
 */
export async function loadContributors(
  { article, people, topics, media }: LoadedWorkingCopy,
  req: PayloadRequest,
): Promise<Contributor[]> {
  const shared = [...people, ...topics, ...media].flatMap(({ contributors }) =>
    contributorsAmong(contributors),
  );
  const own = article.workflow?.contributors;
  if (shared.length === 0) return joinContributors(own);
  const { docs } = await req.payload.find({
    collection: 'editions',
    where: { article: { equals: article.id } },
    sort: '-number',
    select: { frozenAt: true },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  });
  const since = docs[0]?.frozenAt ?? article.createdAt;
  return joinContributors(
    own,
    shared.filter(({ at }) => at > since),
  );
}

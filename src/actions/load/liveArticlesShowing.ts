import type { PayloadRequest } from 'payload';

import { idOf } from '../../domain/edition/WorkingCopy';
import type { Article } from '../../payload-types';

/** The articles that readers see an image in, as they see them: as lead image or in a section. */
export async function liveArticlesShowing(
  imageId: string,
  req: PayloadRequest,
): Promise<Article[]> {
  const published = {
    draft: false,
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  } as const;
  const { docs: sections } = await req.payload.find({
    collection: 'sections',
    where: { media: { in: [imageId] }, _status: { equals: 'published' } },
    select: { article: true },
    ...published,
  });
  const ids = sections.flatMap(({ article }) => idOf(article) ?? []);
  const { docs } = await req.payload.find({
    collection: 'articles',
    where: {
      and: [
        { _status: { equals: 'published' }, 'workflow.publicationState': { equals: 'live' } },
        { or: [{ leadImage: { equals: imageId } }, { id: { in: ids } }] },
      ],
    },
    sort: '-workflow.publishedAt',
    ...published,
  });
  return docs;
}

import type { PayloadRequest } from 'payload';

import { idsOf } from '../domain/edition/WorkingCopy';
import type { WholeStory } from '../domain/story/WholeStory';
import { findByIds } from './findByIds';
import { Refusal } from './Refusal';

/**
 * The newest draft of an article as one text.
 *
 * @throws Refusal NOT_FOUND 404 where there is none, or it is in the trash.
 */
export async function readStory(articleId: string, req: PayloadRequest): Promise<WholeStory> {
  const [article] = await findByIds({ collection: 'articles', ids: [articleId], draft: true, req });
  if (!article) {
    throw new Refusal({
      code: 'NOT_FOUND',
      status: 404,
      message: 'There is no such article, or it is in the trash.',
    });
  }
  const ids = idsOf(article.sections);
  const found = await findByIds({ collection: 'sections', ids, draft: true, req });
  const sections = new Map(found.map((section) => [section.id, section]));
  return {
    articleId: article.id,
    revision: article.revision ?? 0,
    headline: article.headline ?? '',
    standfirst: article.standfirst ?? null,
    sections: ids.flatMap((id) => {
      const section = sections.get(id);
      if (!section) return [];
      const { heading, body, revision } = section;
      return [{ id, revision: revision ?? 0, heading: heading ?? null, body: body ?? null }];
    }),
  };
}

import type { PayloadRequest } from 'payload';

import { idsOf } from '../../domain/edition/WorkingCopy';
import type { Article, Section } from '../../payload-types';
import { findByIds } from './findByIds';
import { Refusal } from '../Refusal';

/**
 * The newest draft of an article, at depth 0.
 *
 * @throws Refusal NOT_FOUND 404 where there is none, or it is in the trash.
 */
export async function loadArticle(articleId: string, req: PayloadRequest): Promise<Article> {
  const [article] = await findByIds({ collection: 'articles', ids: [articleId], draft: true, req });
  if (!article) throw noSuchArticle();
  return article;
}

/** The newest drafts of its sections in its order; what is no longer there is left out. */
export async function loadSections(article: Article, req: PayloadRequest): Promise<Section[]> {
  const ids = idsOf(article.sections);
  const found = await findByIds({ collection: 'sections', ids, draft: true, req });
  const sections = new Map(found.map((section) => [section.id, section]));
  return ids.flatMap((id) => sections.get(id) ?? []);
}

export function noSuchArticle(): Refusal {
  return new Refusal({
    code: 'NOT_FOUND',
    status: 404,
    message: 'There is no such article, or it is in the trash.',
  });
}

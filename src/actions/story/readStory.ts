import type { PayloadRequest } from 'payload';

import type { WholeStory } from '../../domain/story/WholeStory';
import type { Article } from '../../payload-types';
import { loadArticle, loadSections } from '../load/loadArticle';

/**
 * The newest draft of an article as one text.
 *
 * @throws Refusal NOT_FOUND 404 where there is none, or it is in the trash.
 */
export async function readStory(articleId: string, req: PayloadRequest): Promise<WholeStory> {
  return storyOf(await loadArticle(articleId, req), req);
}

/** The same of an article that is loaded already. */
export async function storyOf(article: Article, req: PayloadRequest): Promise<WholeStory> {
  const sections = await loadSections(article, req);
  return {
    articleId: article.id,
    revision: article.revision ?? 0,
    headline: article.headline ?? '',
    standfirst: article.standfirst ?? null,
    sections: sections.map(({ id, heading, body, revision }) => ({
      id,
      revision: revision ?? 0,
      heading: heading ?? null,
      body: body ?? null,
    })),
  };
}

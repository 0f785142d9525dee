import type { PayloadRequest } from 'payload';

import type { ArticleNotes } from '../../domain/notes/Note';
import { mayResolveAll } from '../../domain/notes/noteRights';
import { placeNotes, spotsOf } from '../../domain/notes/placeNotes';
import { actorOf, articleState } from '../load/articleState';
import { loadArticle } from '../load/loadArticle';
import { loadNotes } from './loadNotes';
import { storyOf } from '../story/readStory';

/**
 * The notes of an article where their words stand in its newest draft.
 *
 * @throws Refusal NOT_FOUND 404 where there is none, or it is in the trash.
 */
export async function readNotes(articleId: string, req: PayloadRequest): Promise<ArticleNotes> {
  const article = await loadArticle(articleId, req);
  const story = await storyOf(article, req);
  return {
    notes: placeNotes(await loadNotes(articleId, req), spotsOf(story)),
    mayResolveAll: mayResolveAll(actorOf(req.user), articleState(article, { openOrder: null })),
  };
}

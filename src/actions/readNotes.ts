import type { PayloadRequest } from 'payload';

import type { ArticleNotes } from '../domain/notes/Note';
import { mayResolveAll } from '../domain/notes/noteRights';
import { placeNotes, spotsOf } from '../domain/notes/placeNotes';
import { actorOf, articleState } from './articleState';
import { findByIds } from './findByIds';
import { loadNotes } from './loadNotes';
import { readStory } from './readStory';

/**
 * The notes of an article where their words stand in its newest draft.
 *
 * @throws Refusal NOT_FOUND 404 where there is none, or it is in the trash.
 */
export async function readNotes(articleId: string, req: PayloadRequest): Promise<ArticleNotes> {
  const story = await readStory(articleId, req);
  const [article] = await findByIds({ collection: 'articles', ids: [articleId], draft: true, req });
  return {
    notes: placeNotes(await loadNotes(articleId, req), spotsOf(story)),
    mayResolveAll:
      article !== undefined &&
      mayResolveAll(actorOf(req.user), articleState(article, { pendingPublication: null })),
  };
}

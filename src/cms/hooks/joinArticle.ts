import type { CollectionAfterChangeHook } from 'payload';

import { Refusal } from '../../actions/Refusal';
import { idOf, idsOf } from '../../domain/edition/WorkingCopy';
import type { Section } from '../../payload-types';
import { newestVersion } from '../../actions/load/newestVersion';

/** A section created for an article (over the API) becomes the last one of its working copy. */
export const joinArticle: CollectionAfterChangeHook<Section> = async ({
  context,
  doc,
  operation,
  req,
}) => {
  const articleId = idOf(doc.article);
  // A whole story is saved with the list of its sections in their order.
  if (operation !== 'create' || !articleId || context.isWholeStory) return doc;
  const article = await newestVersion({ collection: 'articles', id: articleId, req });
  if (!article) {
    throw new Refusal({
      code: 'ARTICLE_UNKNOWN',
      status: 400,
      message: `There is no article ${articleId}. Create it first, then its sections.`,
    });
  }
  await req.payload.update({
    collection: 'articles',
    id: articleId,
    data: { sections: [...idsOf(article.sections), doc.id] },
    draft: true,
    depth: 0,
    overrideAccess: true,
    req,
  });
  return doc;
};

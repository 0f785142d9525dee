import type { CollectionAfterChangeHook } from 'payload';

import { actionOf } from '../../actions/transaction/actionRequest';
import { followNotes } from '../../actions/notes/followNotes';
import { idOf } from '../../domain/edition/WorkingCopy';
import type { Article, Section } from '../../payload-types';

/** Notes go with the words that they are about. A whole story, once it is saved, sees to that itself. */
const article: CollectionAfterChangeHook<Article> = async ({ context, doc, operation, req }) => {
  if (operation === 'update' && !actionOf(req) && !context.isWholeStory && !doc.deletedAt) {
    await followNotes(doc.id, req);
  }
  return doc;
};

const section: CollectionAfterChangeHook<Section> = async ({ context, doc, req }) => {
  const articleId = idOf(doc.article);
  if (articleId && !actionOf(req) && !context.isWholeStory && !doc.deletedAt) {
    await followNotes(articleId, req);
  }
  return doc;
};

export const followText = { article, section };

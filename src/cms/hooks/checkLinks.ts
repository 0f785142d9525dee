import type { CollectionBeforeChangeHook } from 'payload';

import { findByIds } from '../../actions/load/findByIds';
import { Refusal } from '../../actions/Refusal';
import { bodyReferences } from '../../domain/richText/bodyReferences';
import type { Section } from '../../payload-types';

/**
 * Refuses a link to an article that does not exist. One that was there before stays, whatever became
 * of its article: nobody is kept from writing on by what somebody else deleted.
 */
export const checkLinks: CollectionBeforeChangeHook<Section> = async ({
  context,
  data,
  originalDoc,
  req,
}) => {
  if (!data.body || context.isCopyingSections || context.isRestoringVersion) return data;
  const before = new Set(bodyReferences(originalDoc?.body).articles);
  const added = bodyReferences(data.body).articles.filter((id) => !before.has(id));
  if (added.length === 0) return data;
  const found = await findByIds({ collection: 'articles', ids: added, draft: true, req });
  const missing = added.find((id) => !found.some((article) => article.id === id));
  if (missing) {
    throw new Refusal({
      code: 'LINK_UNKNOWN',
      status: 400,
      message: `A link leads to the article ${missing}, which does not exist or is in the trash. Link to another, or take the link away.`,
    });
  }
  return data;
};

import type { FieldHook } from 'payload';

import { idsOf } from '../../domain/edition/WorkingCopy';
import type { Article } from '../../payload-types';
import { newestVersion } from '../../actions/load/newestVersion';

/** A duplicated article gets sections of its own: two articles never share one. */
export const copySections: FieldHook<Article, Article['sections']> = async ({ value, req }) => {
  const copies: string[] = [];
  for (const id of idsOf(value)) {
    const section = await newestVersion({ collection: 'sections', id, req });
    if (!section) continue;
    const { heading, body, quotes, people } = section;
    const copy = await req.payload.create({
      collection: 'sections',
      data: { heading, body, quotes, people },
      draft: true,
      depth: 0,
      overrideAccess: true,
      context: { isCopyingSections: true },
      req,
    });
    copies.push(copy.id);
  }
  return copies;
};

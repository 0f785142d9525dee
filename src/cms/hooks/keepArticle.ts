import type { CollectionBeforeChangeHook } from 'payload';

import { Refusal } from '../../actions/Refusal';
import { idOf } from '../../domain/edition/WorkingCopy';
import type { Section } from '../../payload-types';

/** A section belongs to one article for good: once it has one, a save cannot move or orphan it. */
export const keepArticle: CollectionBeforeChangeHook<Section> = ({ data, originalDoc }) => {
  const owner = idOf(originalDoc?.article);
  const sent = idOf(data.article);
  if (owner && sent && sent !== owner) {
    throw new Refusal({
      code: 'SECTION_BELONGS_ELSEWHERE',
      status: 409,
      message: 'A section cannot move to another article. Copy its text there instead.',
    });
  }
  return { ...data, article: owner ?? sent };
};

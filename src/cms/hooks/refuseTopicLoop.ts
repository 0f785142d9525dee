import type { CollectionBeforeChangeHook } from 'payload';

import { findByIds } from '../../actions/load/findByIds';
import { Refusal } from '../../actions/Refusal';
import { idOf } from '../../domain/edition/WorkingCopy';
import type { Topic } from '../../payload-types';

/** Topics are a tree: nothing may end up above itself. */
export const refuseTopicLoop: CollectionBeforeChangeHook<Topic> = async ({
  data,
  originalDoc,
  req,
}) => {
  const ownId = originalDoc?.id;
  let parent = idOf(data.parent);
  for (const seen = new Set<string>(); parent && ownId;) {
    if (parent === ownId || seen.has(parent)) {
      throw new Refusal({
        code: 'TOPIC_LOOP',
        status: 409,
        message:
          'This topic cannot stand under one of its own narrower topics. Choose another parent.',
      });
    }
    seen.add(parent);
    const [topic] = await findByIds({ collection: 'topics', ids: [parent], req });
    parent = idOf(topic?.parent);
  }
  return data;
};

import type { CollectionBeforeChangeHook } from 'payload';

import { Refusal } from '../../actions/Refusal';
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
    const { docs } = await req.payload.find({
      collection: 'topics',
      where: { id: { equals: parent } },
      depth: 0,
      limit: 1,
      pagination: false,
      overrideAccess: true,
      req,
    });
    parent = idOf(docs[0]?.parent);
  }
  return data;
};

function idOf(parent: Topic['parent']): string | null {
  if (!parent) return null;
  return typeof parent === 'string' ? parent : parent.id;
}

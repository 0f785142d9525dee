import type { DatabaseAdapterObj, UpdateOne, Where } from 'payload';

import { actionOf } from '../actions/actionRequest';
import { Refusal } from '../actions/Refusal';

const LOCKED = new Set(['articles', 'sections', 'quotes']);

/**
 * The second lock behind the gate: whatever path a write took through Payload, the database adapter
 * itself refuses to change a published document, or to make one, unless an action does it. Drafts
 * live in the versions collection and never come by here.
 */
export function lockPublished(adapter: DatabaseAdapterObj): DatabaseAdapterObj {
  return {
    ...adapter,
    init: (args) => {
      const db = adapter.init(args);
      const updateOne: UpdateOne = db.updateOne.bind(db);
      db.updateOne = async (write) => {
        const { collection, data, id, req } = write;
        const isAction = Boolean(req && actionOf(req as Parameters<typeof actionOf>[0]));
        if (LOCKED.has(collection) && !isAction) {
          const where: Where = id ? { id: { equals: id } } : (write.where ?? {});
          const stored = await db.findOne<{ id: string; _status?: string }>({
            collection,
            where,
            req,
          });
          if (stored?._status === 'published' || data._status === 'published') {
            throw new Refusal({
              code: 'ACTION_REQUIRED',
              status: 403,
              message: 'Readers can see this now. Only the article’s actions change it.',
            });
          }
        }
        return updateOne(write) as Promise<unknown>;
      };
      return db;
    },
  };
}

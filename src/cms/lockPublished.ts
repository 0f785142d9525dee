import type { Create, DatabaseAdapterObj, UpdateOne, Where } from 'payload';

import { actionOf } from '../actions/transaction/actionRequest';
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
      const create: Create = db.create.bind(db);
      db.create = async (write) => {
        if (isLocked(write) && write.data._status === 'published') throw locked();
        return create(write) as Promise<never>;
      };
      const updateOne: UpdateOne = db.updateOne.bind(db);
      db.updateOne = async (write) => {
        const { collection, data, id, req } = write;
        if (isLocked(write)) {
          const where: Where = id ? { id: { equals: id } } : (write.where ?? {});
          const stored = await db.findOne<{ id: string; _status?: string }>({
            collection,
            where,
            req,
          });
          if (stored?._status === 'published' || data._status === 'published') throw locked();
        }
        return updateOne(write) as Promise<unknown>;
      };
      return db;
    },
  };
}

function isLocked({ collection, req }: Pick<Parameters<Create>[0], 'collection' | 'req'>): boolean {
  if (!LOCKED.has(collection)) return false;
  return !(req && actionOf(req as Parameters<typeof actionOf>[0]));
}

function locked(): Refusal {
  return new Refusal({
    code: 'ACTION_REQUIRED',
    status: 403,
    message: 'Readers can see this now. Only the article’s actions change it.',
  });
}

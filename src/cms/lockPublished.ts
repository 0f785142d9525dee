import type { Create, DatabaseAdapterObj, UpdateOne, Where } from 'payload';

import { actionOf } from '../actions/transaction/actionRequest';
import { Refusal } from '../actions/Refusal';
import { FACE_COLLECTIONS } from '../domain/faces/FaceCollection';

const LOCKED = new Set(['articles', 'sections', 'quotes', ...FACE_COLLECTIONS]);

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
          const stored = await db.findOne<Stored>({
            collection,
            where,
            req,
          });
          if (isSeen(stored) || data._status === 'published') throw locked();
        }
        return updateOne(write) as Promise<unknown>;
      };
      return db;
    },
  };
}

interface Stored {
  id: string;
  _status?: string;
  /** Of people, topics and images alone. */
  isPublic?: boolean | null;
}

/** A record that has a face but is used by nothing live may go into the trash, and loses it. */
function isSeen(stored: Stored | null): boolean {
  return stored?._status === 'published' && stored.isPublic !== false;
}

function isLocked({ collection, req }: Pick<Parameters<Create>[0], 'collection' | 'req'>): boolean {
  if (!LOCKED.has(collection)) return false;
  return !(req && actionOf(req as Parameters<typeof actionOf>[0]));
}

function locked(): Refusal {
  return new Refusal({
    code: 'ACTION_REQUIRED',
    status: 403,
    message: 'Readers can see this now. Only an action changes it.',
  });
}

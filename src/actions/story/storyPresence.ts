import type { PayloadRequest } from 'payload';

import { idOf } from '../../domain/edition/WorkingCopy';
import type { StoryNews } from '../../domain/story/WholeStory';
import type { User } from '../../payload-types';
import { readStory } from './readStory';

/** A page tells every few seconds that it is open: who was silent for this long has left. */
const GONE_MS = 30_000;
/** As long as Payload's own forms hold a document. */
const LOCK_MS = 5 * 60_000;

interface PresenceRow {
  _id: string;
  article: string;
  user: string;
  name: string;
  seenAt: Date;
}

interface Call {
  articleId: string;
  user: User;
  now: Date;
  req: PayloadRequest;
}

/**
 * Notes that a user has the story open, and says who else has, on its page or in one of Payload's
 * forms, and what counts its saves now. Nobody is locked out: saves are joined.
 *
 * @throws Refusal NOT_FOUND 404.
 */
export async function enterStory({ articleId, user, now, req }: Call): Promise<StoryNews> {
  const story = await readStory(articleId, req);
  const rows = presence(req);
  const _id = `${articleId}:${user.id}`;
  const row = { article: articleId, user: user.id, name: user.name, seenAt: now };
  await rows.updateOne({ _id }, { $set: row }, { upsert: true }).catch(ignoreSecondInsert);
  await rows.deleteMany({ seenAt: { $lt: new Date(now.getTime() - LOCK_MS) } });
  const others = await rows
    .find({
      article: articleId,
      user: { $ne: user.id },
      seenAt: { $gt: new Date(now.getTime() - GONE_MS) },
    })
    .toArray();
  const people = new Map(others.map(({ user: id, name }) => [id, name]));
  const ids = [articleId, ...story.sections.map(({ id }) => id)];
  for (const [id, name] of await formUsers({ ids, now, req })) {
    if (id !== user.id) people.set(id, name);
  }
  return {
    people: [...people].map(([id, name]) => ({ id, name })),
    revision: story.revision,
    sections: story.sections.map(({ id, revision }) => ({ id, revision })),
  };
}

/** Notes that a user has closed the story. */
export async function leaveStory({ articleId, user, req }: Omit<Call, 'now'>): Promise<void> {
  await presence(req).deleteOne({ _id: `${articleId}:${user.id}` });
}

function presence(req: PayloadRequest) {
  return req.payload.db.connection.collection<PresenceRow>('story-presence');
}

/** Two pages of one person that opened at once both insert: one of the rows is enough. */
function ignoreSecondInsert(error: unknown): void {
  if ((error as { code?: unknown }).code !== 11000) throw error;
}

/** Who has the article or a section open in one of Payload's forms, which lock what they edit. */
async function formUsers({
  ids,
  now,
  req,
}: {
  ids: readonly string[];
  now: Date;
  req: PayloadRequest;
}): Promise<[id: string, name: string][]> {
  const { docs } = await req.payload.find({
    collection: 'payload-locked-documents',
    where: {
      and: [
        { 'document.relationTo': { in: ['articles', 'sections'] } },
        { 'document.value': { in: [...ids] } },
        { updatedAt: { greater_than: new Date(now.getTime() - LOCK_MS).toISOString() } },
      ],
    },
    depth: 1,
    limit: 20,
    pagination: false,
    overrideAccess: true,
    req,
  });
  return docs.flatMap(({ user }) => {
    const { value } = user;
    const id = idOf(value);
    return id && typeof value === 'object' ? [[id, value.name]] : [];
  });
}

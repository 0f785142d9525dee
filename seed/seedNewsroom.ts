import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { createLocalReq, type Payload } from 'payload';

import { performAction } from '../src/actions/workflow/performAction';
import { describeActions } from '../src/actions/workflow/describeActions';
import { importStory, type ImportedStory } from '../src/actions/story/importStory';
import { Refusal } from '../src/actions/Refusal';
import type { User } from '../src/payload-types';
import { answerForQuotes } from './answerForQuotes';
import { readStory } from './readStory';
import { createFirstUsers, type SignIn } from './users';

const ARTICLES = path.join(import.meta.dirname, 'articles');

export interface SeedReport {
  /** Empty when there were users already. */
  signIns: SignIn[];
  stories: { file: string; outcome: ImportedStory['outcome'] | 'refused'; message?: string }[];
}

/**
 * Fills a newsroom: the first users, and every story of a folder, published when it is new.
 * Running it again changes nothing; an edited file becomes a new draft.
 */
export async function seedNewsroom({
  payload,
  folder = ARTICLES,
}: {
  payload: Payload;
  folder?: string;
}): Promise<SeedReport> {
  const signIns = await createFirstUsers(payload);
  const staff = await findStaff(payload);
  const stories: SeedReport['stories'] = [];
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort()) {
    const { stories: found, problems } = await readStory(path.join(folder, file));
    for (const message of problems) stories.push({ file, outcome: 'refused', message });
    for (const read of found) {
      const { outcome, articleId } = await importStory({ payload, user: staff.writer, read });
      const refusal =
        outcome === 'created' ? await publishStory({ payload, articleId, staff, file }) : null;
      stories.push({
        file,
        outcome,
        ...(refusal ? { message: `created, and kept as a draft. ${refusal}` } : {}),
      });
    }
  }
  return { signIns, stories };
}

type Staff = Record<'writer' | 'editor' | 'publisher', User>;

/**
 * The same way that every article goes: one person submits, another approves. A story that is not
 * ready for readers stays a draft, and the answer says why.
 */
async function publishStory({
  payload,
  articleId,
  staff,
  file,
}: {
  payload: Payload;
  articleId: string;
  staff: Staff;
  file: string;
}): Promise<string | null> {
  const call = (user: User) => ({ payload, user, articleId, now: new Date() });
  try {
    await answerForQuotes({ payload, articleId, user: staff.writer, source: file });
    await performAction({ ...call(staff.writer), action: 'submit', input: {} });
    const req = await createLocalReq({ user: { ...staff.editor, collection: 'users' } }, payload);
    const overview = await describeActions({ articleId, now: new Date(), req });
    await performAction({
      ...call(staff.editor),
      action: 'approve',
      input: { contentHash: overview?.contentHash ?? '' },
    });
    await performAction({ ...call(staff.publisher), action: 'publish', input: {} });
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

/** A holder of each role, or of one that includes it; the approver is never the submitter. */
async function findStaff(payload: Payload): Promise<Staff> {
  const { docs: users } = await payload.find({
    collection: 'users',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  });
  const holder = (roles: User['roles'], isNot?: User): User => {
    const found = roles.flatMap((role) =>
      users.filter((user) => user.roles.includes(role) && user.id !== isNot?.id),
    )[0];
    if (found) return found;
    throw new Error(
      `Seeding takes two people: a user with one of the roles ${roles.join(', ')} is missing. Create one in the admin panel first.`,
    );
  };
  const writer = holder(['writer', 'editor', 'publisher', 'admin']);
  return {
    writer,
    editor: holder(['editor', 'publisher', 'admin'], writer),
    publisher: holder(['publisher', 'admin']),
  };
}

import { readdir } from 'node:fs/promises';
import path from 'node:path';

import type { Payload } from 'payload';

import { importStory, type ImportedStory } from '../src/actions/importStory';
import { publishArticle } from '../src/actions/publishArticle';
import type { User } from '../src/payload-types';
import { readStory } from './readStory';
import { createFirstUsers, type SignIn } from './users';

const ARTICLES = path.join(import.meta.dirname, 'articles');

export interface SeedReport {
  /** Empty when there were users already. */
  signIns: SignIn[];
  stories: { file: string; outcome: ImportedStory['outcome'] | 'refused'; message?: string }[];
}

/**
 * Fills a newsroom: the first users, and every story in seed/articles, published when it is new.
 * Running it again changes nothing; an edited file becomes a new draft.
 */
export async function seedNewsroom({ payload }: { payload: Payload }): Promise<SeedReport> {
  const signIns = await createFirstUsers(payload);
  const user = await publisher(payload);
  const stories: SeedReport['stories'] = [];
  for (const file of (await readdir(ARTICLES)).filter((name) => name.endsWith('.txt')).sort()) {
    const read = await readStory(path.join(ARTICLES, file));
    if (!read.ok) {
      stories.push({ file, outcome: 'refused', message: read.message });
      continue;
    }
    const { story, externalId } = read;
    const { outcome, articleId } = await importStory({ payload, user, story, externalId });
    if (outcome === 'created') await publishArticle({ payload, user, articleId, now: new Date() });
    stories.push({ file, outcome });
  }
  return { signIns, stories };
}

async function publisher(payload: Payload): Promise<User> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { roles: { in: ['publisher', 'admin'] } },
    sort: '-roles',
    depth: 0,
    limit: 1,
    overrideAccess: true,
  });
  const [user] = docs;
  if (!user) {
    throw new Error('There is no publisher and no admin to seed with. Make a user an admin first.');
  }
  return user;
}

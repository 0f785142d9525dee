import { randomBytes } from 'node:crypto';

import type { Payload } from 'payload';

import type { User } from '../src/payload-types';

/** One person a role, so that a small newsroom can try every step, four eyes included. */
const STAFF: readonly Pick<User, 'name' | 'email' | 'roles'>[] = [
  { name: 'Ada Admin', email: 'admin@standfirst.local', roles: ['admin'] },
  { name: 'Paul Publisher', email: 'publisher@standfirst.local', roles: ['publisher'] },
  { name: 'Edith Editor', email: 'editor@standfirst.local', roles: ['editor'] },
  { name: 'Fay Checker', email: 'checker@standfirst.local', roles: ['fact-checker'] },
  { name: 'Will Writer', email: 'writer@standfirst.local', roles: ['writer'] },
];

export interface SignIn {
  email: string;
  password: string;
  role: string;
}

/**
 * Creates the first users when there are none at all, with random passwords that are returned once
 * and kept nowhere.
 */
export async function createFirstUsers(payload: Payload): Promise<SignIn[]> {
  const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true });
  if (totalDocs > 0) return [];
  const signIns: SignIn[] = [];
  for (const person of STAFF) {
    const password = randomBytes(12).toString('base64url');
    await payload.create({
      collection: 'users',
      data: { ...person, password },
      overrideAccess: true,
    });
    signIns.push({ email: person.email, password, role: person.roles.join(', ') });
  }
  return signIns;
}

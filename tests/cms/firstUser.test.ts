import { afterAll, beforeAll, expect, inject, it } from 'vitest';

import { openNewsroom, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'), { withUsers: false });
});
afterAll(() => newsroom.close());

it('makes the first user of an empty newsroom an admin, once, and the door closes', async () => {
  const register = (email: string) =>
    newsroom.rest('POST', '/users/first-register', {
      body: { email, password: 'a good password', name: 'Somebody', roles: ['writer'] },
    });
  expect((await register('first@newsroom.example')).status).toBe(200);
  expect((await register('second@newsroom.example')).status).toBe(403);
  const { docs } = await newsroom.payload.find({ collection: 'users', depth: 0 });
  expect(docs).toMatchObject([{ email: 'first@newsroom.example', roles: ['admin'] }]);
});

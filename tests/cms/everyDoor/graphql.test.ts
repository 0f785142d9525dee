import { expect, it } from 'vitest';

import { EVERYBODY, graphqlAttempts, openDoors, tell, tryAll } from './doors';

openDoors();

it('every mutation of Payload, by everybody, changes nothing that readers see', async () => {
  const attempts = await graphqlAttempts(EVERYBODY);
  const found = await tryAll(attempts);
  tell('GraphQL', attempts, found);
  expect(found.breaches).toEqual([]);
  expect(found.open).toContain('mutation updateArticle');
}, 600_000);

import { expect, it } from 'vitest';

import {
  draftsInPublic,
  HARMLESS,
  localAttempts,
  localMethods,
  newsroom,
  openDoors,
  tell,
  tryAll,
  WRITING,
} from './doors';

openDoors();

it('every write operation of the Local API changes nothing that readers see', async () => {
  const unknown = localMethods().filter((name) => !HARMLESS.has(name));
  expect(unknown.sort()).toEqual([...WRITING].sort());
  const attempts = localAttempts();
  const found = await tryAll(attempts);
  tell('Local API', attempts, found);
  expect(found.breaches).toEqual([]);
  expect(found.open).toContain('payload.update articles');
  expect(await draftsInPublic()).toEqual([]);
}, 600_000);

it('jobs that write are not there at all', () => {
  expect(Object.keys(newsroom.payload.collections)).not.toContain('payload-jobs');
});

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import { expect, it } from 'vitest';

import { ROLES } from '../../support/newsroom';
import { openDoors, SERVER_FUNCTIONS, serverFunctionAttempts, tell, tryAll } from './doors';

openDoors();

it('every server function of the admin panel changes nothing that readers see', async () => {
  const entry = createRequire(import.meta.url).resolve('@payloadcms/next/utilities');
  const source = await readFile(
    new URL('../utilities/handleServerFunctions.js', `file://${entry}`),
    'utf8',
  );
  const [, map = ''] = /baseServerFunctions = \{([^}]*)\}/.exec(source) ?? [];
  const names = [...map.matchAll(/^\s*'?([\w-]+)'?:/gm)].map(([, name]) => name);
  const known = [...SERVER_FUNCTIONS.writing, ...SERVER_FUNCTIONS.reading];
  expect(names.sort()).toEqual(known.sort());
  const attempts = serverFunctionAttempts([undefined, ...ROLES]);
  const found = await tryAll(attempts);
  tell('Server functions', attempts, found);
  expect(found.breaches).toEqual([]);
  expect(found.open).not.toContain('schedule-publish');
}, 600_000);

import type { CollectionBeforeOperationHook } from 'payload';
import { expect, it } from 'vitest';

import { actionContext } from '../../../src/actions/transaction/actionRequest';
import { COLLECTIONS, graphqlAttempts, newsroom, openDoors, restAttempts, tryAll } from './doors';

openDoors();

/** The most and the least powerful are enough to show that the proof can fail. */
const FEW = ['admin', undefined] as const;

function withGate(hooks: CollectionBeforeOperationHook[], work: () => Promise<void>) {
  const configs = COLLECTIONS.map((name) => newsroom.payload.collections[name].config);
  const kept = configs.map(({ hooks: { beforeOperation } }) => beforeOperation);
  for (const config of configs) config.hooks.beforeOperation = hooks;
  return work().finally(() => {
    configs.forEach((config, index) => (config.hooks.beforeOperation = kept[index] ?? []));
  });
}

it('the second lock alone keeps what is published as it is', async () => {
  await withGate([], async () => {
    const { breaches } = await tryAll([
      // What the others add is tried beside this; here each body goes through each route.
      ...restAttempts(['admin'], ['', 'publishAllLocales=true']),
      ...(await graphqlAttempts(['admin'])),
    ]);
    expect(breaches).toEqual([]);
  });
}, 600_000);

it('finds breaches by the dozen once both locks are open', async () => {
  const open: CollectionBeforeOperationHook = ({ args, req }) => {
    Object.assign(req.context, actionContext('nobody’s'));
    return args;
  };
  await withGate([open], async () => {
    const overRest = await tryAll(restAttempts(FEW).filter(({ name }) => name.startsWith('patch')));
    const byMutation = await tryAll(await graphqlAttempts(FEW));
    expect(overRest.breaches.length).toBeGreaterThan(2);
    expect(byMutation.breaches.length).toBeGreaterThan(0);
  });
}, 600_000);

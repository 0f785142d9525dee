import { afterAll, beforeAll, expect, inject, it } from 'vitest';

import type { Migration } from '../../src/migrations/Migration';
import { runMigrations } from '../../src/migrations/runMigrations';
import { openNewsroom, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
});
afterAll(() => newsroom.close());

const log = () => undefined;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('runs each migration once, in order, however many nodes start', async () => {
  const ran: string[] = [];
  const wanted = ['first', 'second'].map((name): Migration => ({
    name,
    run: async () => {
      ran.push(name);
      await pause(50);
    },
  }));
  const { payload } = newsroom;
  await Promise.all([1, 2, 3].map(() => runMigrations({ payload, log }, wanted)));
  await runMigrations({ payload, log }, wanted);
  expect(ran).toEqual(['first', 'second']);
});

it('runs one again that failed, and holds nobody up meanwhile', async () => {
  let attempts = 0;
  const wanted: Migration[] = [
    {
      name: 'third',
      run: async () => {
        attempts += 1;
        if (attempts === 1) throw new Error('The power went out.');
      },
    },
  ];
  const { payload } = newsroom;
  await expect(runMigrations({ payload, log }, wanted)).rejects.toThrow('The power went out.');
  await runMigrations({ payload, log }, wanted);
  await runMigrations({ payload, log }, wanted);
  expect(attempts).toBe(2);
});

it('goes on from a node that was killed, once its lease has run out', async () => {
  const { payload } = newsroom;
  const rows = payload.db.connection.collection<{ _id: string }>('migrations');
  await rows.insertOne({
    _id: 'lease',
    owner: 'a dead node',
    until: new Date(Date.now() - 1),
  } as never);
  let hasRun = false;
  await runMigrations({ payload, log }, [
    { name: 'fourth', run: async () => void (hasRun = true) },
  ]);
  expect(hasRun).toBe(true);
  expect(await rows.findOne({ _id: 'lease' })).toBeNull();
});

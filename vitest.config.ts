import { availableParallelism } from 'node:os';

import { defineConfig } from 'vitest/config';

import { LongestFirst } from './tests/support/longestFirst.ts';

const folders = (...names: string[]) => names.map((name) => `tests/${name}/**/*.test.{ts,tsx}`);

/** Tests with settings, a database or processes of their own. */
const OWN_PROCESS = [
  ...folders('mongo'),
  'tests/actions/notices.test.ts',
  'tests/delivery/newDatabase.test.ts',
  'tests/delivery/readOnlyNode.test.ts',
  'tests/files/s3.test.ts',
  'tests/scheduling/crashTrial.test.ts',
];
/** Tests that are content with a newsroom that is empty. */
const NEWSROOM = folders(
  'cms',
  'actions',
  'delivery',
  'reader',
  'scheduling',
  'seed',
  'archive',
  'ingest',
  'files',
  'migrations',
);
const JOURNEYS = folders('journeys');
const BROWSER = folders('browser');

// Slow shared runners: a time-out should tell of a hang, not of a busy machine.
const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** In one queue: while one test waits for a browser or for the clock, others have the processors. */
const SHARED = {
  setupFiles: ['tests/support/fuzzSeed.ts'],
  pool: 'forks' as const,
  // One more than there are processors; each may hold a Payload or a browser (about 300 MB).
  maxWorkers: Math.min(availableParallelism() + 1, 4),
  // Of one second by itself, which a busy machine needs for a single answer.
  expect: { poll: { timeout: 20 * SECOND } },
  testTimeout: 5 * MINUTE,
  hookTimeout: 5 * MINUTE,
};

const MONGO = 'tests/support/mongoGlobalSetup.ts';
const BUILD = 'tests/support/buildGlobalSetup.mjs';

export default defineConfig({
  test: {
    teardownTimeout: 30 * SECOND,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...SHARED,
          name: 'unit',
          // Whatever belongs to no other project, so that no test file is ever left out of all.
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...OWN_PROCESS, ...NEWSROOM, ...JOURNEYS, ...BROWSER],
          isolate: false,
        },
      },
      { test: { ...SHARED, name: 'integration', include: OWN_PROCESS, globalSetup: MONGO } },
      {
        test: {
          ...SHARED,
          name: 'newsroom',
          include: NEWSROOM,
          exclude: OWN_PROCESS,
          globalSetup: MONGO,
          // One Payload a process, given empty to one file after the other: tests/support/newsroom.ts.
          isolate: false,
          env: { SHARES_NEWSROOM: 'yes' },
        },
      },
      { test: { ...SHARED, name: 'journeys', include: JOURNEYS, globalSetup: BUILD } },
      { test: { ...SHARED, name: 'browser', include: BROWSER, globalSetup: BUILD } },
    ],
  },
});

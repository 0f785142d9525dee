import { defineConfig } from 'vitest/config';

const folders = (...names: string[]) => names.map((name) => `tests/${name}/**/*.test.{ts,tsx}`);

/** Tests with settings, a database or processes of their own. */
const OWN_PROCESS = [
  ...folders('mongo'),
  'tests/actions/notices.test.ts',
  'tests/delivery/newDatabase.test.ts',
  'tests/delivery/readOnlyNode.test.ts',
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
  'migrations',
);
const JOURNEYS = folders('journeys');
const BROWSER = folders('browser');

// Slow shared runners: a time-out should tell of a hang, not of a busy machine.
const SECOND = 1000;
const MINUTE = 60 * SECOND;

const setupFiles = ['tests/support/fuzzSeed.ts'];
// With real servers a second attempt tells a slow moment of the machine from a fault; npm test
// names each one.
const retry = 1;

export default defineConfig({
  test: {
    teardownTimeout: 30 * SECOND,
    projects: [
      {
        test: {
          name: 'unit',
          // Whatever belongs to no other project, so that no test file is ever left out of all.
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...OWN_PROCESS, ...NEWSROOM, ...JOURNEYS, ...BROWSER],
          setupFiles,
          testTimeout: 30 * SECOND,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'integration',
          include: OWN_PROCESS,
          setupFiles,
          globalSetup: 'tests/support/mongoGlobalSetup.ts',
          pool: 'forks',
          // Each fork boots a Payload (about 300 MB), and all share one mongod.
          maxWorkers: 2,
          testTimeout: 2 * MINUTE,
          hookTimeout: 3 * MINUTE,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'newsroom',
          include: NEWSROOM,
          exclude: OWN_PROCESS,
          setupFiles,
          globalSetup: 'tests/support/mongoGlobalSetup.ts',
          pool: 'forks',
          maxWorkers: 2,
          // One Payload a fork, given empty to one file after the other: tests/support/newsroom.ts.
          isolate: false,
          env: { SHARES_NEWSROOM: 'yes' },
          testTimeout: 2 * MINUTE,
          hookTimeout: 3 * MINUTE,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'journeys',
          include: JOURNEYS,
          retry,
          globalSetup: 'tests/support/buildGlobalSetup.mjs',
          pool: 'forks',
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 5 * MINUTE,
          hookTimeout: 5 * MINUTE,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'browser',
          include: BROWSER,
          retry,
          // Of one second by itself, which a busy machine needs for a single answer.
          expect: { poll: { timeout: 20 * SECOND } },
          globalSetup: 'tests/support/buildGlobalSetup.mjs',
          pool: 'forks',
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 5 * MINUTE,
          hookTimeout: 5 * MINUTE,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});

import { expect, it } from 'vitest';

import { crashTrial } from './crashTrial';

const FIVE_MINUTES_MS = 5 * 60 * 1000;
const lines: string[] = [];

it('fires every order once, unchanged and never early, while workers die and the primary changes', async () => {
  const report = await crashTrial({
    members: 3,
    workerSkewsMs: [FIVE_MINUTES_MS, -FIVE_MINUTES_MS],
    publications: 24,
    seconds: 14,
    leaseMs: 3_000,
    killEveryMs: 3_000,
    editsPerSecond: 2,
    stepsDown: true,
    killsPrimary: false,
    log: (line) => lines.push(line),
  });
  const told = `${lines.join('\n')}\n${JSON.stringify(report)}`;
  expect(report, told).toMatchObject({ open: 0, early: 0, wrongs: [] });
  expect(report.kills, told).toBeGreaterThan(0);
  expect(report.fired, told).toBeGreaterThan(12);
}, 240_000);

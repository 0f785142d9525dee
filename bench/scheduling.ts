/**
 * Five hundred publications due over two minutes, carried out by three worker processes on a replica
 * set of three while workers are killed, the primary steps down and is killed, and editors go on.
 *
 *   node bin/run.mjs bench/scheduling.ts [--publications N] [--seconds N] [--calm]
 *
 * Two of the workers have clocks that are wrong by five minutes. With --calm nobody is killed. Ends with
 * 1 when an order was lost, doubled, early, or showed readers anything but what was pinned.
 */
import { parseArgs } from 'node:util';

import { crashTrial } from '../tests/scheduling/crashTrial';

const { values } = parseArgs({
  options: {
    publications: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '120' },
    calm: { type: 'boolean', default: false },
  },
});

const FIVE_MINUTES_MS = 5 * 60 * 1000;

const report = await crashTrial({
  members: 3,
  workerSkewsMs: [0, FIVE_MINUTES_MS, -FIVE_MINUTES_MS],
  publications: Number(values.publications),
  seconds: Number(values.seconds),
  // As in production.
  leaseMs: 2_000,
  killEveryMs: values.calm ? Infinity : 10_000,
  editsPerSecond: 3,
  stepsDown: !values.calm,
  killsPrimary: !values.calm,
  log: (line) => console.log(line),
});
console.log(JSON.stringify(report, null, 2));
const isBroken = report.open > 0 || report.early > 0 || report.wrongs.length > 0;
process.exit(isBroken ? 1 : 0);

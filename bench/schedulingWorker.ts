/**
 * One worker as a process of its own, for bench/scheduling.ts and the crash trial of the tests. With
 * a skew, this process believes in another time than everybody else.
 *
 *   node --import ./bin/registerTypeScript.mjs bench/schedulingWorker.ts NAME LEASE_MS SKEW_MS
 */
const [name = '', leaseMs, skew] = process.argv.slice(2);
const skewMs = Number(skew);
if (skewMs !== 0) {
  const rightNow = Date.now.bind(Date);
  globalThis.Date = new Proxy(Date, {
    construct: (RealDate, args: unknown[]) =>
      Reflect.construct(RealDate, args.length === 0 ? [rightNow() + skewMs] : args) as Date,
    get: (RealDate, name) =>
      name === 'now' ? () => rightNow() + skewMs : (Reflect.get(RealDate, name) as unknown),
  });
}

// Late, so that all of it sees the other time.
const { getPayload } = await import('payload');
const { default: config } = await import('../payload.config');
const { startWorker } = await import('../src/scheduling/startWorker');
const payload = await getPayload({ config });
const worker = startWorker({
  payload,
  log: (line) => console.log(line),
  name,
  leaseMs: Number(leaseMs),
});
console.log('ready');

process.on('SIGTERM', () => {
  worker
    .stop()
    .then(() => {
      console.log(`metrics ${JSON.stringify(worker.metrics())}`);
      process.exit(0);
    })
    .catch(() => process.exit(1));
});

export {};

/**
 * How long the desk, the board, quick search and the list of articles take in a newsroom of many
 * articles, against an empty one, and which index each of MongoDB's queries uses.
 *
 *   node bin/run.mjs bench/desk.ts [--articles N]
 *
 * Ends with 1 when a query reads a collection from end to end, or more documents than a screen needs.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { openMongo } from '../src/mongo/openMongo';
import { readEnvironment } from '../src/environment';
import { searchWords } from '../src/domain/search/searchWords';
import { openNewsroom } from '../tests/support/newsroom';

const { values } = parseArgs({ options: { articles: { type: 'string', default: '100000' } } });
const ARTICLES = Number(values.articles);
const BATCH = 5_000;
const ROUNDS = 20;
/** No query may look at more: what is asked grows with the screen and not with the newsroom. */
const DOCUMENTS_MAX = 2_500;
/** Every query of all rounds fits. */
const PROFILE_BYTES = 64 * 1024 * 1024;

const STAGES = ['approved', 'approved', 'approved', 'approved', 'draft', 'in_review', 'spiked'];
const NOUNS = ['harbour', 'ferry', 'lighthouse', 'council', 'bridge', 'mill', 'school', 'tide'];

const dataDir = await mkdtemp(path.join(tmpdir(), 'standfirst-bench-desk-'));
const mongo = await openMongo({
  environment: { ...readEnvironment(), dataDir },
  log: () => undefined,
});
const newsroom = await openNewsroom(mongo.uri);
const { payload, users, rest } = newsroom;
const { db } = payload.db.connection;
const { ensureDeskIndexes } = await import('../src/cms/desk/ensureDeskIndexes');
const { ensureSearchEntries } = await import('../src/cms/search/ensureSearchEntries');
await ensureDeskIndexes(payload);
await ensureSearchEntries(payload);

const PATHS = [
  '/desk',
  '/board',
  `/board?person=${users.writer.id}`,
  '/board?kind=interview',
  '/quick-search?q=h',
  '/quick-search?q=lighthouse',
  '/quick-search?q=harbour%20777',
];
/** As the panel's own list asks; its search looks for words inside of words, which reads them all. */
const LISTS = [
  '/articles?draft=true&depth=0&limit=10&sort=-updatedAt',
  '/articles?draft=true&depth=0&limit=10&sort=-updatedAt&page=500',
  '/articles?draft=true&depth=0&limit=10&sort=headline',
  `/articles?draft=true&depth=0&limit=10&sort=-updatedAt&${[
    'headline',
    'standfirst',
    'slug',
    'dateline',
  ]
    .map((name, n) => `where[or][${n}][${name}][like]=number 777`)
    .join('&')}`,
];
const before = await measure([...PATHS, ...LISTS]);
await fill();
const { profile } = await profiled(() => measure(PATHS));
const after = await measure([...PATHS, ...LISTS]);

console.log(`\n${ARTICLES} articles, medians of ${ROUNDS} in ms (empty → full)`);
for (const address of [...PATHS, ...LISTS]) {
  const [empty = 0, full = 0] = [before.get(address), after.get(address)];
  console.log(
    `${shortened(address).padEnd(48)} ${empty.toFixed(1).padStart(7)} → ${full.toFixed(1).padStart(7)}  ×${(full / empty).toFixed(1)}`,
  );
}
console.log('\nPlans seen');
for (const [plan, { count, docs, keys, millis }] of profile)
  console.log(
    `${plan.padEnd(64)} ${String(count).padStart(4)} times, at most ${docs} documents, ${keys} keys, ${millis} ms`,
  );
const bad = [...profile].filter(
  ([plan, { docs }]) =>
    docs > DOCUMENTS_MAX || (plan.includes('COLLSCAN') && /articles|quotes|search/.test(plan)),
);
console.log(bad.length > 0 ? `\nBad: ${bad.map(([plan]) => plan).join(', ')}` : '\nGood');

await newsroom.close();
await mongo.stop();
await rm(dataDir, { recursive: true, force: true });
process.exit(bad.length > 0 ? 1 : 0);

function shortened(address: string): string {
  return address
    .replace(users.writer.id, '…')
    .replace('draft=true&depth=0&limit=10&', '')
    .slice(0, 48);
}

async function measure(paths: readonly string[]): Promise<Map<string, number>> {
  const medians = new Map<string, number>();
  for (const address of paths) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const startedAt = performance.now();
      const { status, text } = await rest('GET', address, { as: 'publisher' });
      if (status !== 200) throw new Error(`${address}: ${status} ${text}`);
      times.push(performance.now() - startedAt);
    }
    medians.set(address, times.toSorted((a, b) => a - b)[ROUNDS / 2] ?? 0);
  }
  return medians;
}

/** Newest versions as Payload would have stored them, past its operations: there are many. */
async function fill(): Promise<void> {
  const { ObjectId } = payload.db.connection.base.Types;
  const writer = new ObjectId(users.writer.id);
  const other = new ObjectId(users.editor.id);
  for (let at = 0; at < ARTICLES; at += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, ARTICLES - at) }, (_, index) => {
      const n = at + index;
      const id = new ObjectId();
      const stage = STAGES[n % STAGES.length];
      const isApproved = stage === 'approved';
      const edition = new ObjectId();
      const headline = `The ${String(NOUNS[n % NOUNS.length])} of Port Hallow, number ${n}`;
      const updatedAt = new Date(Date.UTC(2020, 0, 1) + n * 60_000);
      return { id, n, stage, isApproved, edition, headline, updatedAt };
    });
    await db?.collection('_articles_versions').insertMany(
      rows.map(({ id, n, stage, isApproved, edition, headline, updatedAt }) => ({
        parent: id,
        latest: true,
        createdAt: updatedAt,
        updatedAt,
        version: {
          headline,
          standfirst: 'A made-up story of the port. '.repeat(8),
          kind: n % 50 === 0 ? 'interview' : 'news',
          assignedTo: n % 20 === 0 ? [writer] : [other],
          topics: [],
          flags: { legal: 'not_needed', factCheck: 'not_needed', onHold: n % 10_000 === 3 },
          workflow: {
            stage,
            publicationState: isApproved ? 'live' : 'unpublished',
            createdBy: n % 3 === 0 ? writer : other,
            approvedEdition: isApproved ? edition : null,
            liveEdition: isApproved ? edition : null,
            editionWaits: isApproved && n % 5_000 === 1,
            publishedAt: isApproved ? updatedAt : null,
          },
          updatedAt,
          createdAt: updatedAt,
          _status: isApproved ? 'published' : 'draft',
        },
      })),
    );
    await db?.collection('search_entries').insertMany(
      rows.map(({ id, headline, updatedAt }) => ({
        _id: `articles/${String(id)}` as never,
        kind: 'articles',
        target: String(id),
        title: headline,
        detail: null,
        words: searchWords(headline),
        at: updatedAt,
      })),
    );
  }
}

async function profiled(work: () => Promise<unknown>) {
  await db?.createCollection('system.profile', { capped: true, size: PROFILE_BYTES });
  await db?.command({ profile: 2 });
  await work();
  await db?.command({ profile: 0 });
  const profile = new Map<string, { count: number; docs: number; keys: number; millis: number }>();
  const rows = db?.collection('system.profile').find({ planSummary: { $exists: true } });
  for await (const row of rows ?? []) {
    const plan = `${String(row.ns).split('.').slice(1).join('.')}: ${String(row.planSummary).slice(0, 44)}`;
    const known = profile.get(plan) ?? { count: 0, docs: 0, keys: 0, millis: 0 };
    profile.set(plan, {
      count: known.count + 1,
      docs: Math.max(known.docs, Number(row.docsExamined ?? 0)),
      keys: Math.max(known.keys, Number(row.keysExamined ?? 0)),
      millis: Math.max(known.millis, Number(row.millis ?? 0)),
    });
  }
  return { profile };
}

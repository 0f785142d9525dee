import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { orderRows } from '../../src/actions/schedule/orderRows';
import { canonicalHash } from '../../src/domain/edition/canonicalHash';
import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { latenessOf, type OrderFigures } from '../../src/domain/schedule/orderFigures';
import { openNewsroom, type Newsroom } from '../support/newsroom';
import { approvedArticle, plan } from './plannedArticle';
import { startReplicaSet, type ReplicaSet } from './replicaSet';

const TYPESCRIPT = path.resolve(import.meta.dirname, '../../bin/registerTypeScript.mjs');
const WORKER = path.resolve(import.meta.dirname, '../../bench/schedulingWorker.ts');

export interface TrialPlan {
  members: number;
  /** The clock error of each worker process, in ms. */
  workerSkewsMs: readonly number[];
  publications: number;
  /** Over how long they are due. */
  seconds: number;
  leaseMs: number;
  /** About this often a worker is killed with SIGKILL while it fires, and started again at once. */
  killEveryMs: number;
  editsPerSecond: number;
  stepsDown: boolean;
  killsPrimary: boolean;
  log: (line: string) => void;
}

export interface TrialReport {
  fired: number;
  cancelled: number;
  /** Orders that are neither: each is a broken promise. */
  open: number;
  /** Everything else that must not be, in words. */
  wrongs: string[];
  early: number;
  lateness: OrderFigures['lateness'];
  /** Without those due while there was no primary, or within a lease after a worker was killed. */
  undisturbedLateness: OrderFigures['lateness'];
  undisturbed: number;
  takenOver: number;
  longestTakenOverMs: number;
  kills: number;
  edits: number;
  moves: number;
  refused: number;
}

/**
 * Lets real worker processes carry out orders on a real replica set while workers are killed, the
 * primary steps down and is killed, and editors go on; then looks in the database for what went wrong.
 */
export async function crashTrial(trial: TrialPlan): Promise<TrialReport> {
  const { log } = trial;
  const set = await startReplicaSet(trial.members);
  const newsroom = await openNewsroom(set.uri);
  const workers = runWorkers(trial);
  try {
    log(`${trial.members} members are up; writing ${trial.publications} articles …`);
    const articles = await inParallel(4, trial.publications, async (n) => {
      const { id, sectionIds } = await approvedArticle(newsroom, `Trial story number ${n}`);
      return { id, sectionIds };
    });
    await workers.startAll();
    log(`${trial.workerSkewsMs.length} workers are up; placing the orders …`);
    // Time for placing them all, before the first is due.
    const firstAt = Math.ceil(Date.now() / 1000) * 1000 + 3_000 + trial.publications * 60;
    const randomTime = () => wallTime(firstAt + Math.random() * trial.seconds * 1000);
    await inParallel(4, articles.length, async (n) => {
      const article = articles[n];
      if (article) await plan(newsroom, article.id, randomTime());
    });
    log(
      `Orders are placed, ${((firstAt - Date.now()) / 1000).toFixed(1)} s before the first is due`,
    );
    await pause(Math.max(0, firstAt - Date.now()));
    const endsAt = performance.now() + trial.seconds * 1000;
    const [disturbances, edits, kills] = await Promise.all([
      disturb({ trial, set, endsAt }),
      edit({ trial, newsroom, articles, endsAt, lastAt: firstAt + trial.seconds * 1000 }),
      workers.killUntil(endsAt, newsroom),
    ]);
    log('Time is over; waiting for what is still open …');
    await untilNoneIsOpen(newsroom, firstAt + trial.seconds * 1000);
    await workers.stopAll();
    return {
      ...(await inspect({ newsroom, disturbances: [...disturbances, ...kills] })),
      ...edits,
      kills: kills.length,
    };
  } finally {
    await workers.stopAll();
    await newsroom.close();
    await set.stop();
  }
}

interface PlannedArticle {
  id: string;
  sectionIds: string[];
}

/** Worker processes with the environment that the newsroom of this process set up. */
function runWorkers({ workerSkewsMs, leaseMs, killEveryMs, log }: TrialPlan) {
  const running = new Map<number, ChildProcess>();
  let isStopping = false;

  function start(index: number): Promise<void> {
    const values = [index, leaseMs, workerSkewsMs[index] ?? 0].map(String);
    const child = spawn(process.execPath, ['--import', TYPESCRIPT, WORKER, ...values], {
      env: { ...process.env, LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running.set(index, child);
    return new Promise((resolve) => {
      let isReady = false;
      // As any supervisor would: a process that comes up while there is no primary may give up.
      child.once('exit', (code) => {
        if (isReady || isStopping) return;
        log(`  worker ${index} ended with ${code} before it was ready; starting it again`);
        void start(index).then(resolve);
      });
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        for (const line of text.split('\n').filter(Boolean)) {
          if (line === 'ready') {
            isReady = true;
            resolve();
          } else log(`  worker ${index}: ${line}`);
        }
      });
    });
  }

  return {
    startAll: () => Promise.all(workerSkewsMs.map((_, index) => start(index))),
    /** Answers when kills made themselves felt: until a lease later, while locks of the dead may stand. */
    killUntil: async (endsAt: number, newsroom: Newsroom): Promise<Disturbance[]> => {
      const felt: Disturbance[] = [];
      while (performance.now() + killEveryMs < endsAt) {
        await pause(killEveryMs * (0.5 + Math.random()));
        const index = await holderOfOrder(newsroom, endsAt);
        if (index === null) break;
        running.get(index)?.kill('SIGKILL');
        felt.push({ from: Date.now(), to: Date.now() + leaseMs });
        // Whoever is killed comes back before the next one is: one is always alive.
        await start(index);
      }
      return felt;
    },
    stopAll: async () => {
      isStopping = true;
      await Promise.all(
        [...running.values()].map(async (child) => {
          if (child.exitCode !== null || child.signalCode !== null) return;
          const ended = new Promise((resolve) => child.once('exit', resolve));
          child.kill('SIGTERM');
          await ended;
        }),
      );
    },
  };
}

/** The worker that has an order in its hands at this very moment: the worst one to kill. */
async function holderOfOrder({ payload }: Newsroom, endsAt: number): Promise<number | null> {
  while (performance.now() < endsAt) {
    const held = await orderRows(payload)
      .findOne({ state: 'claimed', wakeAt: { $type: 'date' } })
      .catch(() => null);
    if (held?.lease?.owner) return Number(held.lease.owner.split(' ')[0]);
    await pause(2);
  }
  return null;
}

interface Disturbance {
  from: number;
  to: number;
}

async function disturb({
  trial,
  set,
  endsAt,
}: {
  trial: TrialPlan;
  set: ReplicaSet;
  endsAt: number;
}): Promise<Disturbance[]> {
  const disturbances: Disturbance[] = [];
  const third = (endsAt - performance.now()) / 3;
  const during = async (what: string, work: () => Promise<void>) => {
    const from = Date.now();
    await work();
    disturbances.push({ from, to: Date.now() });
    trial.log(`  ${what}: a primary again after ${((Date.now() - from) / 1000).toFixed(1)} s`);
  };
  await pause(third);
  if (trial.stepsDown) await during('The primary stepped down', () => set.stepDown());
  await pause(Math.max(0, endsAt - performance.now() - third));
  if (trial.killsPrimary) {
    let restart: (() => Promise<void>) | null = null;
    await during('The primary was killed', async () => {
      restart = await set.killPrimary();
    });
    await pause(third / 3);
    await (restart as (() => Promise<void>) | null)?.();
  }
  return disturbances;
}

/** What editors do meanwhile: rewrite drafts, move orders, cancel them for good or for a moment. */
async function edit({
  trial: { editsPerSecond },
  newsroom,
  articles,
  endsAt,
  lastAt,
}: {
  trial: TrialPlan;
  newsroom: Newsroom;
  articles: readonly PlannedArticle[];
  endsAt: number;
  lastAt: number;
}): Promise<Pick<TrialReport, 'edits' | 'moves' | 'refused'>> {
  const done = { edits: 0, moves: 0, refused: 0 };
  const act = (id: string, action: string, body: object) =>
    newsroom.rest('POST', `/articles/${id}/actions/${action}`, { as: 'publisher', body });
  const laterTime = () => {
    const from = Date.now() + 2_000;
    return wallTime(from + Math.random() * Math.max(1_000, lastAt - from));
  };
  while (performance.now() < endsAt) {
    await pause(1000 / editsPerSecond);
    const article = articles[Math.floor(Math.random() * articles.length)];
    if (!article) continue;
    const dice = Math.random();
    const answer =
      dice < 0.7
        ? await newsroom.rest('PATCH', `/sections/${article.sectionIds[0]}`, {
            as: 'writer',
            body: { body: lexicalFromParagraphs([`Rewritten at ${dice}.`]) },
          })
        : dice < 0.9
          ? await act(article.id, 'reschedule', laterTime())
          : await act(article.id, 'unschedule', { reason: 'Not today.' });
    if (dice >= 0.9 && dice < 0.95 && answer.status === 200) {
      await act(article.id, 'schedule', laterTime());
    }
    if (answer.status !== 200) done.refused += 1;
    else if (dice < 0.7) done.edits += 1;
    else done.moves += 1;
  }
  return done;
}

async function untilNoneIsOpen({ payload }: Newsroom, lastAt: number): Promise<void> {
  const rows = orderRows(payload);
  while (Date.now() < lastAt + 60_000) {
    const open = await rows
      .countDocuments({ state: { $in: ['pending', 'claimed'] } })
      .catch(() => 1);
    if (open === 0) return;
    await pause(200);
  }
}

/** After a change of primary the set settles, and what had become due meanwhile is caught up with. */
const AFTERMATH_MS = 3_000;

async function inspect({
  newsroom: { payload },
  disturbances,
}: {
  newsroom: Newsroom;
  disturbances: readonly Disturbance[];
}) {
  const orders = await orderRows(payload).find().toArray();
  const fired = orders.filter(({ state }) => state === 'fired');
  const wrongs: string[] = [];
  const all = { depth: 0, pagination: false } as const;
  const { docs: events } = await payload.find({ collection: 'events', sort: 'sequence', ...all });
  const { docs: entries } = await payload.find({
    collection: 'audit-entries',
    where: { action: { equals: 'fire' } },
    ...all,
  });
  if (events.some(({ sequence }, index) => sequence !== index + 1)) {
    wrongs.push('The sequence of events has a gap or a double.');
  }
  if (events.length !== fired.length || entries.length !== fired.length) {
    wrongs.push(
      `${fired.length} orders fired, but ${events.length} events and ${entries.length} audit entries.`,
    );
  }
  for (const order of fired) {
    const articleId = String(order.article);
    const own = events.filter(({ article }) => article === articleId);
    if (own.length !== 1 || own[0]?.edition !== String(order.edition)) {
      wrongs.push(`${order.title}: ${own.length} events, or of another edition.`);
    }
    if (entries.filter(({ article }) => article === articleId).length !== 1) {
      wrongs.push(`${order.title}: not one audit entry.`);
    }
    if (!(await isPinnedContentShown({ payload, articleId, editionId: String(order.edition) }))) {
      wrongs.push(`${order.title}: readers see something else than what was pinned.`);
    }
  }
  const lateness = (list: typeof fired) => latenessOf(list.map((order) => order.latenessMs ?? 0));
  const isUndisturbed = ({ at, attempts }: (typeof fired)[number]) =>
    (attempts ?? 1) === 1 &&
    !disturbances.some(
      ({ from, to }) => at.getTime() >= from - 1_000 && at.getTime() <= to + AFTERMATH_MS,
    );
  const undisturbed = fired.filter(isUndisturbed);
  const takenOver = fired.filter(({ attempts }) => (attempts ?? 1) > 1);
  return {
    fired: fired.length,
    cancelled: orders.filter(({ state }) => state === 'cancelled').length,
    open: orders.filter(({ state }) => !['fired', 'cancelled'].includes(state)).length,
    wrongs,
    early: fired.filter(({ at, firedAt }) => !firedAt || firedAt < at).length,
    lateness: lateness(fired),
    undisturbedLateness: lateness(undisturbed),
    undisturbed: undisturbed.length,
    takenOver: takenOver.length,
    longestTakenOverMs: lateness(takenOver)?.max ?? 0,
  };
}

async function isPinnedContentShown({
  payload,
  articleId,
  editionId,
}: {
  payload: Newsroom['payload'];
  articleId: string;
  editionId: string;
}): Promise<boolean> {
  const edition = await payload.findByID({ collection: 'editions', id: editionId, depth: 0 });
  const { documents } = edition as unknown as {
    documents: { article: Record<string, unknown>; sections: { id: string; body: object }[] };
  };
  const shown = await payload.findByID({ collection: 'articles', id: articleId, depth: 0 });
  const { docs: sections } = await payload.find({
    collection: 'sections',
    where: { id: { in: documents.sections.map(({ id }) => id) } },
    depth: 0,
    pagination: false,
  });
  const bodyOf = (id: string) => sections.find((section) => section.id === id);
  return (
    shown._status === 'published' &&
    shown.workflow?.liveEdition === editionId &&
    shown.headline === documents.article.headline &&
    canonicalHash(edition.content) === edition.hash &&
    documents.sections.every(
      ({ id, body }) =>
        bodyOf(id)?._status === 'published' &&
        JSON.stringify(bodyOf(id)?.body) === JSON.stringify(body),
    )
  );
}

function wallTime(ms: number): { wallTime: string; zone: string } {
  return { wallTime: new Date(ms).toISOString().slice(0, 19), zone: 'UTC' };
}

async function inParallel<T>(
  lanes: number,
  count: number,
  work: (n: number) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (next < count) {
        const n = next;
        next += 1;
        results[n] = await work(n);
      }
    }),
  );
  return results;
}

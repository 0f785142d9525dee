import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Worker } from 'node:worker_threads';

import { NOTHING_READ, type ReadFile, type ReadStory } from '../../domain/formats/readStories';
import type { TrackedChanges } from '../../domain/formats/WordText';
import type { KnownPerson } from '../../domain/story/ParsedStory';

/** The largest export of a newsroom is read in a few seconds, on a busy machine in some times that. */
const MOST_MS = 60_000;
/** Some times the largest file as text, as a tree, and as stories. */
const MOST_MEGABYTES = 1024;
/** Starting a thread takes about a second, and an idle one holds memory for nothing. */
const IDLE_MS = 60_000;

export interface FileToRead {
  bytes: Uint8Array;
  /** Without folders. */
  fileName: string;
  knownPeople?: readonly KnownPerson[];
  /** How changes are read that nobody has accepted yet. */
  tracked?: TrackedChanges;
}

export interface ReadApart extends ReadFile {
  /** Reading it took too long or too much memory, and was ended. */
  isGivenUp: boolean;
}

/** The stories of a file come one by one, each when it is asked for. */
type Answer = { read: ReadFile; count: number } | { fault: string } | { story: ReadStory };
type Request = FileToRead | { story: number };

interface Thread {
  worker: Worker;
  /** It has loaded what it reads with, or ended. */
  isReady: Promise<unknown>;
  idle: NodeJS.Timeout | null;
}

let thread: Thread | null = null;
let last: Promise<unknown> = Promise.resolve();

/**
 * Reads the stories of a file in a thread of its own, with bounds on its time and memory: whatever the
 * file is, this process goes on answering. One file at a time, so that one core at the most is busy.
 */
export function readApart(file: FileToRead, { mostMs = MOST_MS } = {}): Promise<ReadApart> {
  const turn = last.then(() => readInThread(file, mostMs));
  last = turn;
  return turn;
}

async function readInThread(file: FileToRead, mostMs: number): Promise<ReadApart> {
  const reading = (thread ??= startThread());
  const { worker } = reading;
  if (reading.idle) clearTimeout(reading.idle);
  worker.ref();
  // On a busy machine it takes long to start, which says nothing of the file.
  await reading.isReady;
  if (thread !== reading) return refused(file, REASONS.fault, true);
  const until = performance.now() + mostMs;
  const ask = (request: Request) => answerOf(worker, request, until - performance.now());
  let answer = await ask(file);
  const read = 'read' in answer ? { ...answer.read, stories: [] as ReadStory[] } : null;
  const count = 'count' in answer ? answer.count : 0;
  for (let story = 0; story < count && !('ended' in answer); story += 1) {
    answer = await ask({ story });
    if ('story' in answer) read?.stories.push(answer.story);
  }
  if ('ended' in answer) {
    thread = null;
    await worker.terminate();
    return refused(file, REASONS[answer.ended], true);
  }
  rest(reading);
  return read ? { ...read, isGivenUp: false } : refused(file, REASONS.fault, true);
}

type Ended = { ended: 'time' | 'memory' | 'fault' };

function answerOf(worker: Worker, request: Request, mostMs: number): Promise<Answer | Ended> {
  return new Promise((resolve) => {
    const settle = (answer: Answer | Ended) => {
      clearTimeout(timer);
      worker.off('message', settle).off('error', fail).off('exit', end);
      resolve(answer);
    };
    const fail = (error: NodeJS.ErrnoException) =>
      settle({ ended: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'fault' });
    const end = () => settle({ ended: 'fault' });
    const timer = setTimeout(() => settle({ ended: 'time' }), mostMs);
    worker.on('message', settle).on('error', fail).on('exit', end);
    worker.postMessage(request);
  });
}

const REASONS = {
  time: `Reading it took longer than ${MOST_MS / 1000} seconds, and was given up. Split it.`,
  memory: 'Reading it took more memory than a file may take, and was given up. Split it.',
  fault: 'Reading it failed, which should not happen: tell whoever runs this newsroom.',
} as const;

function refused({ fileName }: FileToRead, reason: string, isGivenUp: boolean): ReadApart {
  return { ...NOTHING_READ, problems: [`${fileName}: ${reason}`], isGivenUp };
}

function startThread(): Thread {
  // Asked for by name: Next's bundler follows any `new Worker` that it sees into all that the thread
  // imports, down to the compiler.
  const threads = process.getBuiltinModule('node:worker_threads');
  // The folder that the server is started in: Next's bundle of this file lies elsewhere.
  const worker = new threads.Worker(path.join(process.cwd(), 'bin', 'readStoriesWorker.mjs'), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  // One that is being ended may still fail, and one that rests may end: neither is the end of more.
  worker.on('error', () => undefined);
  worker.once('exit', () => {
    if (thread?.worker === worker) thread = null;
  });
  const isReady = new Promise((resolve) => worker.once('message', resolve).once('exit', resolve));
  return { worker, isReady, idle: null };
}

/** Holds the process up for nothing, and ends after a while. */
function rest(resting: Thread): void {
  resting.worker.unref();
  resting.idle = setTimeout(() => {
    if (thread === resting) thread = null;
    void resting.worker.terminate();
  }, IDLE_MS);
  resting.idle.unref();
}

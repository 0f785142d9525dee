import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Payload } from 'payload';

import { importStory } from '../actions/story/importStory';
import { loadKnownPeople } from '../actions/load/loadKnownPeople';
import { Refusal } from '../actions/Refusal';
import { killInWords } from '../actions/story/killInWords';
import { killStory } from '../actions/story/killStory';
import { readApart, type ReadApart } from '../actions/story/readApart';
import { pictureSources } from '../actions/story/storePictures';
import { LARGEST_FILE } from '../domain/formats/formats';
import { receiptInWords } from '../domain/formats/receiptInWords';

/** Where files go, below the watched folder. */
const TAKEN = 'being-imported';
const IMPORTED = 'imported';
const REFUSED = 'refused';

/** Whoever took a file and has not finished it in this time is gone. */
const GIVEN_UP_MS = 10 * 60_000;
const PICTURE = /\.(?:jpe?g|png|webp|avif|gif)$/i;
/** A file that ended so many processes would end the next one too. */
const MOST_TRIES = 2;

export interface WatchOptions {
  payload: Payload;
  folder: string;
  /** How long a file must have rested, in ms, before it is taken for whole; also the pause between looks. */
  restMs?: number;
  /** How long, in ms, somebody may have a file before it is given to another. */
  givenUpMs?: number;
  log: (line: string) => void;
}

/**
 * Takes in whatever a wire service or a colleague puts into a folder: each file becomes drafts, and
 * moves on into `imported`, beside a text with
 * its receipt, or into `refused` beside one that says why. Nothing is published.
 * Several processes may watch one folder: a file is taken by moving it, which only one can do.
 */
export function watchFolder({
  payload,
  folder,
  restMs = 2_000,
  givenUpMs = GIVEN_UP_MS,
  log,
}: WatchOptions): {
  stop: () => Promise<void>;
} {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    try {
      await giveBack({ folder, givenUpMs, log });
      for (const name of await restingFiles(folder, restMs)) {
        if (stopped) return;
        await takeIn({ payload, folder, name, log });
      }
    } catch (error) {
      // The folder may come back (a network drive); the newsroom goes on without it meanwhile.
      log(`The folder ${folder} cannot be read: ${(error as Error).message}`);
    }
  };
  const run = async () => {
    await look();
    if (stopped) return;
    timer = setTimeout(() => {
      running = run();
    }, restMs);
  };
  let running = run();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

async function restingFiles(folder: string, restMs: number): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const entries = await readdir(folder, { withFileTypes: true });
  const resting: string[] = [];
  for (const entry of entries) {
    // Pictures wait for the stories that show them.
    if (!entry.isFile() || entry.name.startsWith('.') || PICTURE.test(entry.name)) continue;
    const { mtimeMs } = await stat(path.join(folder, entry.name));
    if (Date.now() - mtimeMs >= restMs) resting.push(entry.name);
  }
  return resting.sort();
}

async function takeIn({
  payload,
  folder,
  name,
  log,
}: Omit<WatchOptions, 'restMs' | 'givenUpMs'> & { name: string }): Promise<void> {
  const taken = path.join(folder, TAKEN, name);
  await mkdir(path.dirname(taken), { recursive: true });
  try {
    await rename(path.join(folder, name), taken);
  } catch {
    return; // Another process was quicker.
  }
  await writeFile(triesOf(taken), String((await readTries(taken)) + 1));
  const { told, problems, receipt } = await importFile({ payload, file: taken, name, folder });
  const isRefused = told.length === 0;
  const target = await freeName(path.join(folder, isRefused ? REFUSED : IMPORTED), name);
  await rename(taken, target);
  await rm(triesOf(taken), { force: true });
  if (problems.length > 0) await writeFile(`${target}.why.txt`, `${problems.join('\n')}\n`);
  if (receipt.length > 0) await writeFile(`${target}.receipt.txt`, `${receipt.join('\n')}\n`);
  for (const line of [...told, ...problems]) log(line);
}

const NOTHING_TOLD = { told: [], problems: [], receipt: [] };

async function importFile({
  payload,
  file,
  name,
  folder,
}: {
  payload: Payload;
  file: string;
  name: string;
  folder: string;
}): Promise<{ told: string[]; problems: string[]; receipt: string[] }> {
  const { size } = await stat(file);
  if (size > LARGEST_FILE) {
    return {
      ...NOTHING_TOLD,
      problems: [`${name}: It is larger than any file that is read. Split it.`],
    };
  }
  const told: string[] = [];
  const sources = pictureSources(payload, folder);
  const {
    stories,
    problems,
    kills,
    receipt: ofFile,
  } = await readTwiceAtMost({
    bytes: await readFile(file),
    fileName: name,
    knownPeople: await loadKnownPeople(payload),
  });
  const receipt = receiptInWords(ofFile);
  for (const kill of kills) {
    const killed = await killStory({ payload, user: null, kill });
    (killed.length > 0 ? told : problems).push(...killInWords(name, kill, killed));
  }
  for (const read of stories) {
    try {
      const imported = await importStory({ payload, user: null, read, folder, sources });
      const { outcome, articleId } = imported;
      told.push(`${name}: “${read.story.headline}” ${outcome} (article ${articleId})`);
      const lines = receiptInWords(imported.receipt);
      if (lines.length > 0) receipt.push(`“${read.story.headline}”`, ...lines);
    } catch (error) {
      problems.push(
        `${name}: ${error instanceof Refusal ? error.message : `It could not be saved (${String(error)}).`}`,
      );
    }
  }
  return { told, problems, receipt };
}

/** A machine that was busy may have been why the first try was given up; a second says it is the file. */
async function readTwiceAtMost(file: Parameters<typeof readApart>[0]): Promise<ReadApart> {
  const first = await readApart(file);
  return first.isGivenUp ? readApart(file) : first;
}

/** A file of this name may have come before: the older one is kept too. */
async function freeName(folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const { name: stem, ext } = path.parse(name);
  for (let number = 1; ; number += 1) {
    const candidate = path.join(folder, number === 1 ? name : `${stem} (${number})${ext}`);
    const isTaken = await stat(candidate).then(
      () => true,
      () => false,
    );
    if (!isTaken) return candidate;
  }
}

/** Beside a file that is being imported: how often it was begun. */
function triesOf(taken: string): string {
  return path.join(path.dirname(taken), `.${path.basename(taken)}.tries`);
}

async function readTries(taken: string): Promise<number> {
  return Number(await readFile(triesOf(taken), 'utf8').catch(() => '0')) || 0;
}

/**
 * Files of a process that ended in the middle go back; what it had imported is recognised. One that
 * ended several is refused.
 */
async function giveBack({
  folder,
  givenUpMs,
  log,
}: {
  folder: string;
  givenUpMs: number;
  log: WatchOptions['log'];
}): Promise<void> {
  const taken = path.join(folder, TAKEN);
  for (const name of await readdir(taken).catch(() => [])) {
    if (name.startsWith('.')) continue;
    const file = path.join(taken, name);
    const { ctimeMs } = await stat(file);
    if (Date.now() - ctimeMs < givenUpMs) continue;
    if ((await readTries(file)) < MOST_TRIES) {
      await rename(file, path.join(folder, name));
      continue;
    }
    const target = await freeName(path.join(folder, REFUSED), name);
    await rename(file, target);
    await rm(triesOf(file), { force: true });
    const why = `${name}: Whoever read it ended in the middle, ${MOST_TRIES} times: it is not tried again.`;
    await writeFile(`${target}.why.txt`, `${why}\n`);
    log(why);
  }
}

import type { Answer } from './Answer';
import { encodeAnswer } from './encodeAnswer';
import type { Entry } from './Entry';

/** Spellings of one address that are remembered; the rest take the long way to the same entry. */
const MAX_URLS_PER_ENTRY = 4;
const MAX_URL_LENGTH = 512;
/** A build that changes keep overtaking is answered after so many tries, and not kept. */
const MAX_BUILDS = 3;

export interface ByteCache {
  /** The kept answer to exactly this address (path and query as requested), if there is one. */
  atUrl: (url: string) => Entry | undefined;
  /**
   * The answer kept under `key`, or the one that `build` makes: once, however many ask meanwhile.
   * An answer is kept only if nothing changed while it was made. When a build fails and an expired
   * answer is still here, that one is returned, unless rights ended in a picture that it shows.
   */
  get: (request: { key: string; url: string; build: () => Promise<Answer> }) => Promise<Entry>;
  /** Drops all that depends on any of these. */
  drop: (tags: readonly string[]) => void;
  clear: () => void;
  readonly bytes: number;
  readonly size: number;
  /** How many answers were made since the start. */
  readonly built: number;
}

interface Kept {
  key: string;
  entry: Entry;
  urls: string[];
  /** Read since the hand of the clock last passed: spared once. */
  isUsed: boolean;
}

interface Flight {
  epoch: number;
  result: Promise<Entry>;
}

/**
 * Encoded answers, bounded in bytes and evicted by the clock algorithm (second chance), so that a
 * hit writes one flag. `current` tells what the outside knows: the sequence of events that has been
 * applied, and whether changes are being heard of; while they are not, nothing new is kept.
 */
export function createByteCache({
  maxBytes,
  current,
}: {
  maxBytes: number;
  current: () => { sequence: number; isFollowing: boolean };
}): ByteCache {
  const byKey = new Map<string, Kept>();
  const byUrl = new Map<string, Kept>();
  const byTag = new Map<string, Set<Kept>>();
  const flights = new Map<string, Flight>();
  let bytes = 0;
  let built = 0;
  // Counts drops of any kind: a build that spans one may have read the old state.
  let epoch = 0;

  const forget = (kept: Kept): void => {
    if (!byKey.delete(kept.key)) return;
    bytes -= kept.entry.bytes;
    for (const url of kept.urls) byUrl.delete(url);
    for (const tag of kept.entry.tags ?? []) {
      const tagged = byTag.get(tag);
      tagged?.delete(kept);
      if (tagged?.size === 0) byTag.delete(tag);
    }
  };

  const makeRoom = (needed: number): void => {
    for (const kept of byKey.values()) {
      if (bytes + needed <= maxBytes) return;
      if (kept.isUsed) {
        kept.isUsed = false;
        // To the end of the queue; a Map iterates over what is added meanwhile.
        byKey.delete(kept.key);
        byKey.set(kept.key, kept);
      } else {
        forget(kept);
      }
    }
  };

  const keep = (key: string, entry: Entry): void => {
    const old = byKey.get(key);
    if (old) forget(old);
    if (entry.bytes > maxBytes) return;
    makeRoom(entry.bytes);
    const kept: Kept = { key, entry, urls: [], isUsed: false };
    byKey.set(key, kept);
    bytes += entry.bytes;
    for (const tag of entry.tags ?? []) {
      const tagged = byTag.get(tag) ?? new Set();
      byTag.set(tag, tagged.add(kept));
    }
  };

  const remember = (url: string, key: string): void => {
    const kept = byKey.get(key);
    if (!kept || kept.urls.length >= MAX_URLS_PER_ENTRY || url.length > MAX_URL_LENGTH) return;
    if (byUrl.has(url)) return;
    kept.urls.push(url);
    byUrl.set(url, kept);
  };

  const build = async (key: string, make: () => Promise<Answer>): Promise<Entry> => {
    for (let attempt = 1; ; attempt += 1) {
      const startedAt = epoch;
      const { sequence, isFollowing } = current();
      const answer = await make();
      const entry = await encodeAnswer(answer, { sequence });
      built += 1;
      const isOvertaken = epoch !== startedAt || haveEnded(entry);
      if (isOvertaken && attempt < MAX_BUILDS) continue;
      if (epoch === startedAt && isFollowing && current().isFollowing && entry.tags) {
        keep(key, entry);
      }
      return entry;
    }
  };

  return {
    atUrl: (url) => {
      const kept = byUrl.get(url);
      if (!kept || kept.entry.expiresAt <= Date.now()) return undefined;
      kept.isUsed = true;
      return kept.entry;
    },
    get: async ({ key, url, build: make }) => {
      const kept = byKey.get(key);
      if (kept && kept.entry.expiresAt > Date.now()) {
        kept.isUsed = true;
        remember(url, key);
        return kept.entry;
      }
      let flight = flights.get(key);
      if (!flight || flight.epoch !== epoch) {
        const started: Flight = { epoch, result: build(key, make) };
        flights.set(key, started);
        const land = () => {
          if (flights.get(key) === started) flights.delete(key);
        };
        started.result.then(land, land);
        flight = started;
      }
      try {
        const entry = await flight.result;
        remember(url, key);
        return entry;
      } catch (error) {
        if (kept && byKey.get(key) === kept && !haveEnded(kept.entry)) return kept.entry;
        throw error;
      }
    },
    drop: (tags) => {
      epoch += 1;
      for (const tag of tags) for (const kept of [...(byTag.get(tag) ?? [])]) forget(kept);
    },
    clear: () => {
      epoch += 1;
      for (const kept of [...byKey.values()]) forget(kept);
    },
    get bytes() {
      return bytes;
    },
    get built() {
      return built;
    },
    get size() {
      return byKey.size;
    },
  };
}

function haveEnded({ rightsEndAt }: Entry): boolean {
  return rightsEndAt <= Date.now();
}

export interface ModelRandom {
  /** A whole number from 0 up to, and without, `end`. */
  below: (end: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(from: readonly T[]) => T;
  /** One of the names, each as often as its weight says. */
  weighted: <N extends string>(weights: Readonly<Record<N, number>>) => N;
}

/** The same seed gives the same choices (the generator is Mulberry32 by Tommy Ettinger). */
export function modelRandom(seed: number): ModelRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    below,
    chance: (probability) => next() < probability,
    pick: <T>(from: readonly T[]) => {
      if (from.length === 0) throw new Error('Nothing to pick from.');
      return from[below(from.length)] as T;
    },
    weighted: <N extends string>(weights: Readonly<Record<N, number>>) => {
      const entries = Object.entries(weights) as [N, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of entries) {
        left -= weight;
        if (left < 0) return name;
      }
      return (entries.at(-1) as [N, number])[0];
    },
  };
}

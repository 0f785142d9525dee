/**
 * Measures pairQuotations, which runs with every save of a section: altered quotations against the
 * records of an article, all made of the same few words, so that nothing is told apart easily.
 *
 *   npx tsx bench/pairing.ts
 */
import { cpuUsage } from 'node:process';

import { pairQuotations } from '../src/domain/quotations/pairQuotations';

/** A linear congruential generator: the same texts with every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}

function speech(random: () => number, vocabulary: number, words: number): string[] {
  return Array.from({ length: words }, () => `word${Math.floor(random() * vocabulary)}`);
}

function altered(words: readonly string[], every: number): string {
  return words.map((word, at) => (at % every === every - 1 ? `${word}x` : word)).join(' ');
}

function measure(
  name: string,
  { quotations, records, words, goal }: Record<'quotations' | 'records' | 'words' | 'goal', number>,
): void {
  const random = numbers(7);
  const spoken = Array.from({ length: records }, () => speech(random, 400, words));
  const quotes = spoken.map((one, index) => ({ id: `q${index}`, text: one.join(' ') }));
  const texts = Array.from({ length: quotations }, (_, index) => ({
    text: altered(spoken[index % records] ?? [], 10),
  }));
  const times = [1, 2, 3].map(() => {
    const started = cpuUsage();
    const pairs = pairQuotations({ quotations: texts, quotes });
    // CPU time: what else the machine is doing does not count.
    const took = cpuUsage(started).user / 1000;
    const wrong = pairs.filter((pair, at) => pair?.quote !== at % records);
    if (wrong.length > 0) throw new Error(`${wrong.length} quotations have a wrong record`);
    return took;
  });
  const best = Math.min(...times);
  console.log(
    `${name.padEnd(28)} ${best.toFixed(1).padStart(8)} ms  ${(best / goal).toFixed(2)} of the goal of ${goal} ms`,
  );
}

measure('40 × 40 × 30 words', { quotations: 40, records: 40, words: 30, goal: 20 });
measure('300 × 300 × 60 words', { quotations: 300, records: 300, words: 60, goal: 100 });
measure('5 × 5 × 2,000 words', { quotations: 5, records: 5, words: 2000, goal: 50 });
measure('1,000 × 1,000 × 60 words', { quotations: 1000, records: 1000, words: 60, goal: 500 });

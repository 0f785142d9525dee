import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { attributeQuotes } from '../../../src/domain/quotes/attributeQuotes';

const article = readFileSync(
  new URL('../../../seed/articles/nato-chief-russia-ukraine.txt', import.meta.url),
  'utf8',
);

describe('the quotations of the source article', () => {
  const { quotes, people } = attributeQuotes({
    text: article,
    knownPeople: [{ name: 'Mark Rutte', aliases: ['Rutte'] }],
    language: 'en',
  });
  const speech = quotes.filter(({ confidence }) => confidence >= 0.5);

  it('are all found, with Rutte as speaker of each', () => {
    expect(speech.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^break the deadlock/),
      expect.stringMatching(/^Russians also have to dance the tango/),
      'are really close to the American position.',
      expect.stringMatching(/^until January this year, nothing happened/),
    ]);
    for (const { text, attribution } of speech) {
      const { speaker } = attribution;
      expect(speaker === null ? null : people[speaker]?.name, text).toBe('Mark Rutte');
    }
  });

  it('keep what Rutte said of a people as his: the collective is no speaker', () => {
    const collective = speech.find(({ text }) => text.startsWith('are really close'));
    expect(collective).toMatchObject({ kind: 'partial', nature: 'speech' });
  });

  it('do not count the name of a programme', () => {
    const programme = quotes.find(({ text }) => text.startsWith('Face the Nation'));
    expect(programme).toMatchObject({
      text: 'Face the Nation with Margaret Brennan,',
      nature: 'title',
    });
    expect(programme?.confidence).toBeLessThan(0.5);
  });
});

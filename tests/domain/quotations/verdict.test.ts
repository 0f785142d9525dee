import { describe, expect, it } from 'vitest';

import type { QuoteDocument } from '../../../src/domain/edition/WorkingCopy';
import { boundContent } from '../../../src/domain/quotations/boundContent';
import {
  statusForReaders,
  verdictAfter,
  type Verdict,
} from '../../../src/domain/quotations/verdict';

const TEXT = 'They live in this town';
const contentOf = (text: string, more: Partial<QuoteDocument> = {}) =>
  boundContent({ id: 'q1', text, speaker: 'ada', ...more }, { speaker: null, file: null });
const now = { by: 'checker', at: '2029-05-01T12:00:00.000Z' };

function save(
  before: Verdict | null,
  {
    text = TEXT,
    status,
    more = {},
    isPast = false,
  }: { text?: string; status?: string; more?: Partial<QuoteDocument>; isPast?: boolean } = {},
) {
  return verdictAfter({
    before,
    sent: isPast ? null : status ? { status } : {},
    text,
    content: contentOf(text, more),
    now,
  });
}

const verified = () => save(null, { status: 'verified' });
const disputed = () => save(verified(), { status: 'disputed' });

describe('a verdict', () => {
  it('is sealed with who gave it, when, and over what', () => {
    expect(verified()).toMatchObject({ status: 'verified', ...now, bound: contentOf(TEXT) });
    expect(verified().hash).toHaveLength(64);
  });

  it('holds while nothing changes, and ends with anything else, by name', () => {
    expect(save(verified())).toMatchObject({ status: 'verified', ended: [] });
    expect(save(verified(), { more: { speaker: 'bruno', language: 'de' } })).toMatchObject({
      status: 'unverified',
      by: null,
      hash: null,
      ended: ['language', 'speaker'],
      note: 'No longer verified: changed was the language, the speaker.',
    });
  });

  it('does not come back with the content that it was about', () => {
    const other = save(verified(), { text: 'They left this town' });
    expect(save(other).status).toBe('unverified');
    expect(save(other, { isPast: true }).status).toBe('unverified');
  });

  it('is given anew in the save that changes the content, by whoever may', () => {
    const other = save(verified(), { text: 'They left this town', status: 'disputed' });
    expect(other).toMatchObject({ status: 'disputed', disputedWords: ['They left this town'] });
  });
});

describe('a dispute', () => {
  it('is about the words: another role leaves it standing', () => {
    expect(save(disputed(), { more: { speakerRole: 'mayor' } }).status).toBe('disputed');
  });

  it('is over for other words, and comes back with those that it is about', () => {
    const reworded = save(disputed(), { text: 'They left this town' });
    expect(reworded).toMatchObject({ status: 'unverified', disputedWords: [TEXT] });
    expect(save(reworded)).toMatchObject({ status: 'disputed', disputedWords: [TEXT] });
  });

  it('ends by a verdict alone', () => {
    expect(save(disputed(), { status: 'verified' }).disputedWords).toEqual([]);
    expect(save(disputed(), { status: 'unverified' }).disputedWords).toEqual([]);
    const reworded = save(disputed(), { text: 'They left this town' });
    expect(save(reworded, { text: 'They left this town', status: 'verified' })).toMatchObject({
      status: 'verified',
      disputedWords: [TEXT],
    });
  });
});

describe('what readers are told of a frozen verdict', () => {
  it.each([
    ['verified', [], 'verified'],
    ['verified', ['Other words'], 'verified'],
    ['verified', [TEXT], 'disputed'],
    ['unverified', [TEXT], 'disputed'],
    ['disputed', [], 'unverified'],
  ])('%s, with %j under dispute, is %s', (status, words, shown) => {
    expect(statusForReaders({ status, text: `“${TEXT}.”` }, words)).toBe(shown);
  });
});

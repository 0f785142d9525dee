import { describe, expect, it } from 'vitest';

import type { QuoteDocument } from '../../../src/domain/edition/WorkingCopy';
import {
  boundContent,
  changedParts,
  hashOfBound,
  type QuoteRecords,
} from '../../../src/domain/quotations/boundContent';

const QUOTE: QuoteDocument = {
  id: 'q1',
  text: 'They live in this town',
  language: 'en',
  kind: 'direct',
  speaker: 'ada',
  speakerRole: 'mayor',
  occasion: { name: 'The opening', date: '2024-05-01T00:00:00.000Z', place: 'Port Hallow' },
  evidence: { url: 'https://example.org/tape', timecode: '00:12' },
};
const RECORDS: QuoteRecords = {
  speaker: { name: 'Ada Quill', roles: [{ title: 'Mayor', from: '2020' }] },
  file: { storedAs: 'aa.mp3' },
};
const changed = (change: Partial<QuoteDocument>, records: QuoteRecords = RECORDS) =>
  changedParts(boundContent(QUOTE, RECORDS), boundContent({ ...QUOTE, ...change }, records));

describe('a verdict about a quotation', () => {
  it.each<[string, Partial<QuoteDocument>]>([
    ['words', { text: 'They leave this town' }],
    ['words', { text: 'They \u202elive\u202c in this town' }],
    ['words', { text: 'They li\u200bve in this town' }],
    ['language', { language: 'de' }],
    ['kind', { kind: 'indirect' }],
    ['speaker', { speaker: 'bruno' }],
    ['speaker', { attribution: 'a resident' }],
    ['role', { speakerRole: 'harbour master' }],
    ['occasion', { occasion: { ...QUOTE.occasion, date: '2024-05-02' } }],
    ['occasion', { occasion: { ...QUOTE.occasion, place: 'Skerry' } }],
    ['evidence', { evidence: { ...QUOTE.evidence, timecode: '00:13' } }],
    ['evidence', { evidence: { ...QUOTE.evidence, file: 'f1' } }],
  ])('is about its %s', (part, change) => {
    expect(changed(change)).toEqual([part]);
  });

  it.each<[string, Partial<QuoteDocument>]>([
    ['marks and a stop', { text: '“They live in this town.”' }],
    ['the same day in another form', { occasion: { ...QUOTE.occasion, date: '2024-05-01' } }],
    ['the speaker loaded along', { speaker: { id: 'ada' } }],
    ['nothing for nothing', { attribution: '', evidence: { ...QUOTE.evidence, passage: null } }],
    ['the form in which a letter is stored', { text: 'They live in this town'.normalize('NFD') }],
    ['the verdict itself', { verification: { status: 'verified' } }],
  ])('is not about %s', (_what, change) => {
    expect(changed(change)).toEqual([]);
  });

  it('is about the records by what they say, not by their ids', () => {
    const speaker = { ...RECORDS.speaker, name: 'Bruno Marsh' };
    expect(changed({}, { ...RECORDS, speaker })).toEqual(['speaker']);
    expect(changed({}, { ...RECORDS, file: { storedAs: 'bb.mp3' } })).toEqual(['evidence']);
  });

  it('is about the role that readers see, where the record of the person says it', () => {
    const noRole = { ...QUOTE, speakerRole: null };
    const now = {
      ...RECORDS,
      speaker: { name: 'Ada Quill', roles: [{ title: 'Harbour master' }] },
    };
    expect(changedParts(boundContent(noRole, RECORDS), boundContent(noRole, now))).toEqual([
      'role',
    ]);
    expect(changed({}, now)).toEqual([]);
  });

  it('has one hash over all parts', () => {
    const one = hashOfBound(boundContent(QUOTE, RECORDS));
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOfBound(boundContent({ ...QUOTE, language: 'de' }, RECORDS))).not.toBe(one);
  });
});

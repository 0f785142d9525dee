import type { WorkingCopy } from '../../../src/domain/edition/WorkingCopy';
import { lexicalFromParagraphs } from '../../../src/domain/richText/lexicalFromParagraphs';
import type { RichText } from '../../../src/domain/richText/RichText';

/** A complete, publishable working copy; every call makes a fresh one to change at will. */
export function harbourStory() {
  const repairs = lexicalFromParagraphs([
    'The quay will stay shut, Ostrand said.',
    'Ferries divert.',
  ]);
  repairs.root.children.push(
    {
      type: 'upload',
      version: 3,
      relationTo: 'media',
      value: { id: 'm2', alt: 'A crane', internalNotes: 'paid twice' },
      fields: null,
    },
    {
      type: 'block',
      version: 2,
      format: '',
      fields: { id: 'b1', blockType: 'pullQuote', quote: { id: 'q2', internalNotes: 'phone' } },
    },
  );
  const story = {
    article: {
      id: 'a1',
      headline: 'Port Hallow shuts its old quay',
      webHeadline: '',
      standfirst: 'Engineers found cracks below the waterline.',
      slug: 'port-hallow-shuts-its-old-quay',
      kind: 'news',
      language: 'en',
      dateline: 'PORT HALLOW',
      bylines: [{ person: 'p3', name: '' }, { name: 'Guest Writer' }],
      topics: ['t2', 't1'],
      leadImage: 'm1',
      leadImageCaption: 'The quay on Tuesday',
      leadImageCredit: '',
      sections: ['s1', 's2'],
      relatedArticles: ['a2'],
      origin: { publisher: 'Hallow Courier', copyrightYear: 2031, externalId: 'hc-77' },
      embargoUntil: null as string | null,
      flags: { legal: 'not_needed', factCheck: 'complete', onHold: false } as {
        legal: 'not_needed' | 'required' | 'complete';
        factCheck: 'not_needed' | 'required' | 'complete';
        onHold: boolean;
        holdReason?: string;
      },
      internalNotes: 'call the mayor',
      workflow: { stage: 'in_review', submittedBy: 'u1' },
    },
    sections: [
      { id: 's2', heading: 'Repairs', body: repairs, quotes: ['q1'], people: ['p2'] },
      {
        id: 's1',
        heading: null as string | null,
        body: lexicalFromParagraphs([
          '“We had no choice,” Mayor Ines Calder said.',
        ]) as RichText | null,
        quotes: ['q1'],
        people: ['p1'],
      },
    ],
    quotes: [
      {
        id: 'q2',
        text: 'The quay will stay shut',
        language: 'en',
        kind: 'indirect',
        speaker: null as string | null,
        attribution: 'a port engineer',
        verification: { status: 'disputed' },
      },
      {
        id: 'q1',
        text: 'We had no choice,',
        language: 'en',
        kind: 'direct',
        speaker: 'p1' as string | null,
        attribution: '',
        occasion: { name: 'Council meeting', date: '2029-05-02T12:00:00.000Z' },
        evidence: { url: 'https://hallow.example/minutes', timecode: '00:04:10' },
        verification: { status: 'verified', by: 'u9', note: 'heard the tape' },
      },
    ],
    people: [
      { id: 'p3', name: 'Ada Fenwick', email: 'ada@hallow.example', roles: [] },
      { id: 'p2', name: 'Lars Ostrand', wikidataId: 'Q000', roles: [{ title: 'Engineer' }] },
      {
        id: 'p1',
        name: 'Ines Calder',
        roles: [
          { title: 'Councillor', organisation: 'Port Hallow', from: '2020', to: '2029-06-30' },
          { title: 'Mayor', organisation: 'Port Hallow', from: '2029-07-01' },
        ],
      },
    ],
    topics: [
      { id: 't1', name: 'Harbours', slug: 'harbours' },
      { id: 't2', name: 'Engineering', slug: 'engineering', iptcCode: 'medtop:20000001' },
    ],
    media: [
      { id: 'm2', url: '/media/crane.jpg', alt: 'A crane' },
      {
        id: 'm1',
        url: '/media/quay.jpg',
        alt: 'A quay behind a fence' as string | null,
        caption: 'Stock caption',
        credit: 'Ada Fenwick' as string | null,
        expiresAt: null as string | null,
        width: 1600,
        height: 900,
        sizes: {
          card: { url: '/media/quay-card.jpg', width: 400, height: 225, filesize: 9 },
          wide: null,
        },
      },
    ],
    asOf: '2031-03-04',
  };
  return story satisfies WorkingCopy;
}

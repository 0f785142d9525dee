import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildEdition } from '../../../src/domain/edition/buildEdition';
import { canonicalHash } from '../../../src/domain/edition/canonicalHash';
import { diffEditions, isSameEdition } from '../../../src/domain/edition/diffEditions';
import type { EditionContent } from '../../../src/domain/edition/EditionContent';
import { lexicalFromParagraphs } from '../../../src/domain/richText/lexicalFromParagraphs';
import { childrenOf } from '../../../src/domain/richText/RichText';
import { harbourStory } from './harbourStory';

const before = buildEdition(harbourStory());
const nothing = { fields: [], sections: [], quotes: [], people: [], images: [] };

function diffAfter(change: (edition: EditionContent) => void) {
  const after = structuredClone(before);
  change(after);
  return diffEditions(before, after);
}

describe('diffEditions', () => {
  it('is empty for the same content', () => {
    expect(diffAfter(() => undefined)).toEqual(nothing);
  });

  it('shows a changed field word by word', () => {
    expect(diffAfter((edition) => (edition.headline = 'Port Hallow opens its old quay'))).toEqual({
      ...nothing,
      fields: [
        {
          field: 'headline',
          before: 'Port Hallow shuts its old quay',
          after: 'Port Hallow opens its old quay',
          words: [
            { kind: 'same', text: 'Port Hallow' },
            { kind: 'removed', text: ' shuts' },
            { kind: 'added', text: ' opens' },
            { kind: 'same', text: ' its old quay' },
          ],
          records: null,
        },
      ],
    });
  });

  it('shows the changed words of a section', () => {
    const { sections } = diffAfter((edition) => {
      edition.sections[0]!.body = lexicalFromParagraphs([
        '“We had a choice,” Mayor Ines Calder said.',
      ]);
    });
    expect(sections).toHaveLength(1);
    expect(sections[0]).toMatchObject({ id: 's1', change: 'edited', isMoved: false, fields: [] });
    expect(sections[0]?.body).toMatchObject([
      {
        change: 'changed',
        aspects: ['words'],
        runs: [
          { change: 'same', text: '“We had' },
          { change: 'removed', text: ' no' },
          { change: 'added', text: ' a' },
          { change: 'same' },
        ],
      },
    ]);
  });

  it('shows sections added, removed and moved', () => {
    const added = diffAfter((edition) => {
      const body = lexicalFromParagraphs(['Cranes return.']);
      edition.sections.push({ id: 's3', heading: 'Outlook', body, quotes: [], people: [] });
    });
    expect(added.sections).toMatchObject([
      { id: 's3', change: 'added', from: null, to: 2, body: [{ change: 'added' }] },
    ]);
    const removed = diffAfter((edition) => edition.sections.shift());
    expect(removed.sections).toMatchObject([
      { id: 's1', change: 'removed', from: 0, to: null, body: [{ change: 'removed' }] },
    ]);
    const moved = diffAfter((edition) => edition.sections.reverse());
    expect(moved.sections).toMatchObject([{ change: 'edited', isMoved: true, body: null }]);
  });

  it('shows quotes added, removed and altered', () => {
    const { quotes } = diffAfter((edition) => {
      const [direct, indirect] = edition.quotes;
      edition.quotes = [
        { ...direct!, text: 'We had a choice,', speaker: null },
        { ...indirect!, id: 'q3', text: 'It will open' },
      ];
    });
    expect(quotes.map(({ id, change }) => [id, change])).toEqual([
      ['q1', 'altered'],
      ['q3', 'added'],
      ['q2', 'removed'],
    ]);
    expect(quotes[0]?.fields.map(({ field }) => field)).toEqual([
      'speaker.personId',
      'speaker.name',
      'speaker.role',
    ]);
  });

  it('shows what changed about a person and a picture in the text, and where the text came from', () => {
    const diff = diffAfter((edition) => {
      edition.people[0]!.role = { title: 'Former mayor', organisation: null };
      edition.images[0]!.credit = 'Ada Fenwick';
      edition.origin!.licence = 'CC BY';
    });
    expect(diff.people).toMatchObject([{ id: 'p1', name: 'Ines Calder', change: 'altered' }]);
    expect(diff.people[0]?.fields.map(({ field }) => field)).toEqual([
      'role.title',
      'role.organisation',
    ]);
    expect(diff.images[0]?.fields).toMatchObject([{ field: 'credit', after: 'Ada Fenwick' }]);
    expect(diff.fields).toMatchObject([{ field: 'origin.licence', after: 'CC BY' }]);
  });

  it('shows a changed link behind the same words, and what changed unseen', () => {
    const paragraph = (edition: EditionContent) => childrenOf(edition.sections[0]!.body!.root)[0]!;
    const linked = diffAfter((edition) => {
      const fields = { url: 'https://hallow.example' };
      const children = childrenOf(paragraph(edition));
      paragraph(edition).children = [{ type: 'link', version: 3, fields, children }];
    });
    expect(linked.sections[0]).toMatchObject({
      body: [{ change: 'changed', aspects: ['link'] }],
      fields: [],
    });
    const unseen = diffAfter((edition) => (paragraph(edition).direction = 'rtl'));
    expect(unseen.sections[0]).toMatchObject({ body: null, fields: [{ field: 'body' }] });
  });

  it('shows which record of a list changed, and how', () => {
    const { fields } = diffAfter((edition) => {
      edition.topics[0]!.name = 'Bridges';
      edition.leadImage!.credit = 'Agency';
      edition.bylines.push({ name: 'Second Guest', person: null });
    });
    expect(fields).toMatchObject([
      { field: 'bylines', records: [{ name: 'Second Guest', change: 'added' }] },
      {
        field: 'topics',
        records: [{ id: 't2', change: 'altered', fields: [{ field: 'name', after: 'Bridges' }] }],
      },
      {
        field: 'leadImage',
        records: [{ id: 'm1', fields: [{ field: 'credit', before: 'Ada Fenwick' }] }],
      },
    ]);
  });

  it('is empty exactly when the hash is the same', () => {
    const paragraph = fc.constantFrom('The quay is shut.', 'The quay is open.', '');
    const section = fc.record({
      id: fc.constantFrom('s1', 's2', 's3'),
      heading: fc.option(fc.constantFrom('Plan', 'Cost')),
      body: fc.option(fc.array(paragraph, { maxLength: 2 }).map(lexicalFromParagraphs)),
      quotes: fc.subarray(['q1', 'q2']),
      people: fc.subarray(['p1', 'p2']),
    });
    const edition = fc
      .record({
        standfirst: fc.option(fc.constantFrom('Cracks.', 'No cracks.')),
        sections: fc.uniqueArray(section, { selector: ({ id }) => id }),
        topics: fc.subarray(before.topics),
        leadImage: fc.constantFrom(before.leadImage, null),
        people: fc
          .shuffledSubarray(before.people)
          .map(([first, ...rest]) => (first ? [{ ...first, role: null }, ...rest] : [])),
        images: fc.subarray([{ ...before.images[0]!, caption: 'Cranes' }]),
        change: fc.constantFrom(null, { kind: 'correction', note: 'The quay is open.' }),
        origin: fc.constantFrom(before.origin, { ...before.origin!, licence: 'CC BY' }, null),
      })
      .map((changes): EditionContent => ({ ...before, ...changes }));
    fc.assert(
      fc.property(edition, edition, (one, other) => {
        expect(isSameEdition(diffEditions(one, other))).toBe(
          canonicalHash(one) === canonicalHash(other),
        );
      }),
      { numRuns: 300 },
    );
  });
});

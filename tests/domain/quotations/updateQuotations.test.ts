import { describe, expect, it } from 'vitest';

import { anchorIn } from '../../../src/domain/quotations/anchorIn';
import { readQuotations } from '../../../src/domain/quotations/readQuotations';
import type { SectionQuotation } from '../../../src/domain/quotations/SectionQuotation';
import { updateQuotations } from '../../../src/domain/quotations/updateQuotations';

const ADA = { id: 'person-ada', name: 'Ada Quill', aliases: [] };
const LEAD = 'Harbour master Ada Quill opened the gate on Monday.';

function save(text: string, earlier: readonly SectionQuotation[] = [], quoteIds: string[] = []) {
  const [, quotations = []] = readQuotations({
    sections: [LEAD, text],
    people: [ADA],
    language: 'en',
  });
  return updateQuotations({
    text,
    quotations,
    quoteIds: quotations.map((_, index) => quoteIds[index] ?? null),
    earlier,
    peopleByName: new Map([[ADA.name, ADA.id]]),
  });
}

const dismissed = (quotations: SectionQuotation[], ...which: number[]) =>
  quotations.map((quotation, index) => ({
    ...quotation,
    id: `row-${index}`,
    ...(which.includes(index) ? { state: 'dismissed' as const } : {}),
  }));

describe('the quotations of a saved section', () => {
  it('are proposed, with the speaker where the text is clear', () => {
    const text = '“The gate is open to everybody now,” Quill said.';
    expect(save(text)).toEqual([
      {
        anchor: {
          exact: 'The gate is open to everybody now,',
          prefix: '“',
          suffix: '” Quill said.',
          start: 1,
          end: 35,
        },
        state: 'proposed',
        kind: 'direct',
        quote: null,
        suggestedSpeaker: ADA.id,
        suggestedAttribution: null,
        confidence: 0.97,
        evidence: 'Quill said',
      },
    ]);
  });

  it('leave the speaker to the editor where the text is not clear', () => {
    const [quotation] = save('People waited. “The gate is open to everybody now.” It rained.');
    expect(quotation).toMatchObject({
      state: 'proposed',
      suggestedSpeaker: null,
      suggestedAttribution: null,
    });
  });

  it('give the words for a speaker who is no person of the newsroom', () => {
    const [quotation] = save('“The gate is open to everybody now,” a spokesman for the port said.');
    expect(quotation).toMatchObject({
      suggestedSpeaker: null,
      suggestedAttribution: 'a spokesman for the port',
    });
  });

  it('are no programme titles and no terms', () => {
    expect(
      save('She spoke on “Face the Harbour with Bruno Quay,” and called it “progress”.'),
    ).toEqual([]);
  });

  it('say which Quote records them', () => {
    const [quotation] = save('“The gate is open to everybody now,” Quill said.', [], ['quote-1']);
    expect(quotation).toMatchObject({ state: 'matched', quote: 'quote-1', suggestedSpeaker: null });
  });

  it('stay dismissed, and the same row, while the text around them changes', () => {
    const first = dismissed(
      save('“The gate is open to everybody now,” Quill said. “We waited for years,” Quill said.'),
      1,
    );
    const then = save(
      'A sentence before. “We waited for years,” said Quill, and laughed. “The gate is open to everybody now,” Quill said.',
      first,
    );
    expect(then.map(({ id, state, anchor }) => [id, state, anchor.exact])).toEqual([
      ['row-1', 'dismissed', 'We waited for years,'],
      ['row-0', 'proposed', 'The gate is open to everybody now,'],
    ]);
  });

  it('are told apart by what stands around them when the same words come twice', () => {
    const text =
      'At noon Quill said: “We are ready for them.” At night Quay said: “We are ready for them.”';
    const first = dismissed(save(text), 1);
    const then = save(text.replace('At noon', 'In the morning, at about nine,'), first);
    expect(then.map(({ state }) => state)).toEqual(['proposed', 'dismissed']);
  });

  it('stay dismissed when they are cut and pasted back', () => {
    const text = '“The gate is open to everybody now,” Quill said.';
    const cut = save('Nothing here.', dismissed(save(text), 0));
    expect(cut).toMatchObject([{ state: 'dismissed', anchor: { start: null, end: null } }]);
    expect(save(text, cut)).toMatchObject([{ state: 'dismissed', anchor: { start: 1, end: 35 } }]);
  });

  it('are proposed anew when their words change', () => {
    const first = dismissed(save('“The gate is open to everybody now,” Quill said.'), 0);
    const then = save('“The gate is closed to everybody now,” Quill said.', first);
    expect(then[0]).toMatchObject({ state: 'proposed' });
  });

  it('have anchors that count UTF-16 units', () => {
    const text = 'A 🦆 swam by. “The gate is open to everybody now,” Quill said.';
    const [quotation] = save(text);
    const { start, end, exact } = quotation?.anchor ?? anchorIn('', { start: 0, end: 0 });
    expect(text.slice(start ?? 0, end ?? 0)).toBe(exact);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { textOfBlocks, type CanvasSection } from '../../../src/domain/story/canvas';
import { mergeStory, type WrittenStory } from '../../../src/domain/story/mergeStory';

const paragraph = (text: string) => ({
  type: 'paragraph',
  version: 1,
  children: [{ type: 'text', version: 1, text, format: 1 }],
});
const section = (key: string, heading: string, ...paragraphs: string[]): CanvasSection => ({
  key,
  heading,
  blocks: paragraphs.map(paragraph),
});
const base: WrittenStory = {
  headline: 'A light for Port Hallow',
  standfirst: 'After eleven years.',
  sections: [section('lead', '', 'One.', 'Two.'), section('wait', 'A wait', 'Three.', 'Four.')],
};
const [lead, wait] = base.sections as [CanvasSection, CanvasSection];
const read = ({ sections }: WrittenStory) =>
  sections.map(({ key, heading, blocks }) => [key, heading, textOfBlocks(blocks)]);

describe('mergeStory', () => {
  it('joins what two people made of different places, with all its formats', () => {
    const { story, open } = mergeStory({
      base,
      mine: {
        ...base,
        headline: 'Light at last',
        sections: [section('lead', '', 'One, mine.', 'Two.'), wait],
      },
      theirs: {
        ...base,
        standfirst: 'Eleven years on.',
        sections: [
          section('lead', '', 'One.', 'Two.', 'Two and a half.'),
          section('wait', 'The wait', 'Three.', 'Four.'),
          section('new', 'After', 'Five.'),
        ],
      },
    });
    expect(open).toEqual([]);
    expect([story.headline, story.standfirst]).toEqual(['Light at last', 'Eleven years on.']);
    expect(read(story)).toEqual([
      ['lead', '', 'One, mine.\n\nTwo.\n\nTwo and a half.'],
      ['wait', 'The wait', 'Three.\n\nFour.'],
      ['new', 'After', 'Five.'],
    ]);
    expect(story.sections[0]?.blocks[0]).toEqual(paragraph('One, mine.'));
  });

  it('asks where both changed the same words, and does as it is told', () => {
    const sides = {
      base,
      mine: { ...base, headline: 'Mine', sections: [section('lead', '', 'Mine.', 'Two.'), wait] },
      theirs: {
        ...base,
        headline: 'Theirs',
        sections: [section('lead', '', 'Theirs.', 'Two.'), wait],
      },
    };
    const { open } = mergeStory(sides);
    expect(open.map(({ part, mine, theirs }) => [part, mine, theirs])).toEqual([
      ['headline', 'Mine', 'Theirs'],
      ['text', 'Mine.', 'Theirs.'],
    ]);
    const ids = open.map(({ id }) => id);
    const choose = (one: 'mine' | 'theirs', other: 'mine' | 'theirs' | 'both') => {
      const merged = mergeStory({ ...sides, choices: { [ids[0]!]: one, [ids[1]!]: other } });
      expect(merged.open).toEqual([]);
      return [merged.story.headline, textOfBlocks(merged.story.sections[0]?.blocks ?? [])];
    };
    expect(choose('mine', 'theirs')).toEqual(['Mine', 'Theirs.\n\nTwo.']);
    expect(choose('theirs', 'mine')).toEqual(['Theirs', 'Mine.\n\nTwo.']);
    expect(choose('mine', 'both')).toEqual(['Mine', 'Theirs.\n\nMine.\n\nTwo.']);
  });

  it('keeps a section that one removed and the other worked on, and lets go of others', () => {
    const removed = { ...base, sections: [lead] };
    const worked = { ...base, sections: [lead, section('wait', 'A wait', 'Three, changed.')] };
    expect(read(mergeStory({ base, mine: removed, theirs: worked }).story)).toHaveLength(2);
    expect(read(mergeStory({ base, mine: worked, theirs: removed }).story)).toHaveLength(2);
    expect(read(mergeStory({ base, mine: base, theirs: removed }).story)).toHaveLength(1);
    expect(read(mergeStory({ base, mine: removed, theirs: base }).story)).toHaveLength(1);
  });

  it('follows whoever moved sections, and puts new ones where they were made', () => {
    const moved = { ...base, sections: [wait, lead] };
    const added = { ...base, sections: [lead, section('new', 'New', 'New.'), wait] };
    const keys = (story: WrittenStory) => story.sections.map(({ key }) => key);
    expect(keys(mergeStory({ base, mine: moved, theirs: added }).story)).toEqual([
      'wait',
      'lead',
      'new',
    ]);
    expect(keys(mergeStory({ base, mine: added, theirs: moved }).story)).toEqual([
      'wait',
      'lead',
      'new',
    ]);
  });

  const anyStory = fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 })
    .chain((keys) =>
      fc.record({
        headline: fc.constantFrom('One', 'Two', 'Three'),
        standfirst: fc.constant(''),
        sections: fc.tuple(
          ...keys.map((key) =>
            fc
              .record({
                heading: fc.constantFrom('', 'H', 'I'),
                texts: fc.array(fc.constantFrom('p', 'q', 'r', 's'), { maxLength: 4 }),
              })
              .map(({ heading, texts }) => section(key, heading, ...texts)),
          ),
        ),
      }),
    );

  it('changes nothing where only one wrote, and loses no changed section of either', () => {
    fc.assert(
      fc.property(anyStory, anyStory, anyStory, (was, one, other) => {
        expect(mergeStory({ base: was, mine: one, theirs: was }).story).toEqual(one);
        expect(mergeStory({ base: was, mine: was, theirs: other }).story).toEqual(other);
        expect(mergeStory({ base: was, mine: one, theirs: one }).open).toEqual([]);
        const { story, conflicts } = mergeStory({ base: was, mine: one, theirs: other });
        const keys = story.sections.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        for (const side of [one, other]) {
          for (const written of side.sections) {
            const old = was.sections.find(({ key }) => key === written.key);
            if (JSON.stringify(old) !== JSON.stringify(written))
              expect(keys).toContain(written.key);
          }
        }
        const choices = Object.fromEntries(conflicts.map(({ id }) => [id, 'mine' as const]));
        expect(mergeStory({ base: was, mine: one, theirs: other, choices }).open).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

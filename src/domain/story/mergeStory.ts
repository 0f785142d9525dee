import { mergeRuns } from '../edition/mergeRuns';
import { isSameSection, textOfBlocks, type CanvasSection } from './canvas';

/** A story as it is written: the texts of the page. */
export interface WrittenStory {
  headline: string;
  standfirst: string;
  sections: CanvasSection[];
}

/** A place that two people changed, each in their own way. */
export interface StoryConflict {
  /** Stable while the two texts stay what they are: choices are kept by it. */
  id: string;
  part: 'headline' | 'standfirst' | 'heading' | 'text';
  /** The section that it is in; null for headline and standfirst. */
  section: string | null;
  mine: string;
  theirs: string;
}

export type Choice = 'mine' | 'theirs' | 'both';

export interface MergedStory {
  story: WrittenStory;
  /** Those that no choice was made for; until then `story` has both. */
  open: StoryConflict[];
  conflicts: StoryConflict[];
}

/**
 * Joins what two people made of one story. Whatever only one of them touched (a paragraph, a heading,
 * the order of the sections) is taken from that one; where both did, a person chooses. Nothing that
 * one of them wrote is dropped without such a choice: a section that one removed and the other
 * worked on stays.
 */
export function mergeStory({
  base,
  mine,
  theirs,
  choices = {},
}: {
  base: WrittenStory;
  mine: WrittenStory;
  theirs: WrittenStory;
  choices?: Readonly<Record<string, Choice>>;
}): MergedStory {
  const conflicts: StoryConflict[] = [];
  const settle = (conflict: Omit<StoryConflict, 'id'>): Choice => {
    const { part, section, mine: one, theirs: other } = conflict;
    const id = JSON.stringify([part, section, one, other]);
    conflicts.push({ id, ...conflict });
    return choices[id] ?? 'both';
  };
  const line = (part: StoryConflict['part'], section: string | null, texts: Texts): string => {
    const { was, one, other } = texts;
    if (one === was || one === other) return other;
    if (other === was) return one;
    const choice = settle({ part, section, mine: one, theirs: other });
    return choice === 'theirs' ? other : one;
  };

  const headline = line('headline', null, {
    was: base.headline,
    one: mine.headline,
    other: theirs.headline,
  });
  const standfirst = line('standfirst', null, {
    was: base.standfirst,
    one: mine.standfirst,
    other: theirs.standfirst,
  });
  const byKey = ({ sections }: WrittenStory) => new Map(sections.map((one) => [one.key, one]));
  const [old, own, others] = [byKey(base), byKey(mine), byKey(theirs)];
  const sections = mergedOrder({ base, mine, theirs }).flatMap((key): CanvasSection[] => {
    const [was, one, other] = [old.get(key), own.get(key), others.get(key)];
    if (!one || !other) return [one ?? other].filter((section) => section !== undefined);
    if (isSameSection(one, other)) return [other];
    const before = was ?? { key, heading: '', blocks: [] };
    const heading = line('heading', key, {
      was: before.heading,
      one: one.heading,
      other: other.heading,
    });
    const parts = mergeRuns({
      base: before.blocks,
      mine: one.blocks,
      theirs: other.blocks,
      keyOf: (block) => JSON.stringify(block),
    });
    const blocks = parts.flatMap((part) => {
      if (part.kind === 'same') return part.items;
      if (part.by !== 'both') return part[part.by];
      const choice = settle({
        part: 'text',
        section: key,
        mine: textOfBlocks(part.mine),
        theirs: textOfBlocks(part.theirs),
      });
      return choice === 'both' ? [...part.theirs, ...part.mine] : part[choice];
    });
    return [{ key, heading, blocks }];
  });
  return {
    story: { headline, standfirst, sections },
    conflicts,
    open: conflicts.filter(({ id }) => choices[id] === undefined),
  };
}

interface Texts {
  was: string;
  one: string;
  other: string;
}

/** The keys of the sections in an order that has what both made of it. */
function mergedOrder({
  base,
  mine,
  theirs,
}: {
  base: WrittenStory;
  mine: WrittenStory;
  theirs: WrittenStory;
}): string[] {
  const keys = ({ sections }: WrittenStory) => sections.map(({ key }) => key);
  const shared = new Set(keys(mine).filter((key) => keys(theirs).includes(key)));
  const among = (story: WrittenStory) => keys(story).filter((key) => shared.has(key));
  const isMoved = among(mine).join() !== among(base).join();
  // Who moved sections says how they stand; where both did, the one who saves later.
  const [first, second] = isMoved ? [mine, theirs] : [theirs, mine];
  const order = keys(first).filter((key) => staysIn(key, { base, from: first, other: second }));
  for (const [index, key] of keys(second).entries()) {
    if (order.includes(key) || !staysIn(key, { base, from: second, other: first })) continue;
    const before = keys(second)
      .slice(0, index)
      .findLast((one) => order.includes(one));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
  }
  return order;
}

/** A section that the other one does not have was removed there, or is new here. */
function staysIn(
  key: string,
  { base, from, other }: { base: WrittenStory; from: WrittenStory; other: WrittenStory },
): boolean {
  const find = ({ sections }: WrittenStory) => sections.find((section) => section.key === key);
  const [was, now] = [find(base), find(from)];
  if (find(other) || !was) return true;
  return now !== undefined && !isSameSection(was, now);
}

import type { StoryText } from './storyHash';

/** Half of the telling words are the same: a new version of one story. */
const SAME = 0.5;
/** Stories of one newsroom share this much by chance: the town, the week. */
const OTHER = 0.2;

/**
 * Whether two texts that came under one name are versions of one story. Two stories in one form, a
 * daily report for one, are told apart by neither name nor headline: then it is unsure.
 */
export function isSameStory(one: StoryText, other: StoryText): 'same' | 'other' | 'unsure' {
  const words = tellingWords(one);
  const otherWords = tellingWords(other);
  const shared = [...words].filter((word) => otherWords.has(word)).length;
  const share = shared / Math.max(1, Math.min(words.size, otherWords.size));
  if (share >= SAME) return 'same';
  return share <= OTHER && fold(one.headline) !== fold(other.headline) ? 'other' : 'unsure';
}

function tellingWords({ headline, standfirst, sections }: StoryText): Set<string> {
  const texts = sections.flatMap(({ heading, paragraphs }) => [heading ?? '', ...paragraphs]);
  const text = [headline, standfirst ?? '', ...texts].join(' ');
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  return new Set(words.filter((word) => word.length >= 5 || /[^\p{Script=Latin}]/u.test(word)));
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

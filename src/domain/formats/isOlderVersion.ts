import type { StoryVersion } from './SourceStory';

/** Whether a version of a story came before another one: by their numbers, else by their times. */
export function isOlderVersion(one: StoryVersion | null, other: StoryVersion | null): boolean {
  if (!one || !other) return false;
  if (one.number !== null && other.number !== null && one.number !== other.number)
    return one.number < other.number;
  if (one.createdAt === null || other.createdAt === null) return false;
  return Date.parse(one.createdAt) < Date.parse(other.createdAt);
}

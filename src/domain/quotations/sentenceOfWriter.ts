import type { TextSpan } from '../quotes/TextSpan';

/** What the writer's sentence says before and after a quotation; the marks are left out. */
export function sentenceOfWriter(
  text: string,
  { start, end }: TextSpan,
): { before: string; after: string } {
  const before = text.slice(Math.max(0, start - 160), start);
  const after = text.slice(end, end + 160);
  return {
    before: before.split(/[.!?]["”’»]?\s|\n/).at(-1) ?? '',
    after: after.split(/[.!](?:\s|$)|\n/)[0] ?? '',
  };
}

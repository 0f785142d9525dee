import type { Choice } from '../desk/Desk';

/** A stretch of a comment: words, or the name of somebody whom it calls. */
type CommentPart = { text: string; people: readonly Choice[] };

/**
 * A comment in parts: “@” and the name of a colleague calls them, whatever the case of the letters.
 * Of names that begin alike the longest counts; who share one name are all called.
 */
export function commentParts(text: string, colleagues: readonly Choice[]): CommentPart[] {
  const parts: CommentPart[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at < from || isWordBefore(text, at)) continue;
    const people = calledAt(text, at + 1, colleagues);
    const [first] = people;
    if (!first) continue;
    if (at > from) parts.push({ text: text.slice(from, at), people: [] });
    from = at + 1 + first.name.length;
    parts.push({ text: text.slice(at, from), people });
  }
  if (from < text.length) parts.push({ text: text.slice(from), people: [] });
  return parts;
}

/** The ids of those whom a comment calls, each once. */
export function mentionsIn(text: string, colleagues: readonly Choice[]): string[] {
  const called = commentParts(text, colleagues).flatMap(({ people }) => people.map(({ id }) => id));
  return [...new Set(called)];
}

function calledAt(text: string, start: number, colleagues: readonly Choice[]): Choice[] {
  const matching = colleagues.filter(({ name }) => {
    const end = start + name.length;
    return (
      name !== '' && isSame(text.slice(start, end), name) && !/^[\p{L}\p{N}]/u.test(text.slice(end))
    );
  });
  const longest = Math.max(0, ...matching.map(({ name }) => name.length));
  return matching.filter(({ name }) => name.length === longest);
}

/** An “@” within a word is an address, not a call. */
function isWordBefore(text: string, at: number): boolean {
  return /[\p{L}\p{N}._-]$/u.test(text.slice(Math.max(0, at - 2), at));
}

function isSame(one: string, other: string): boolean {
  return one.localeCompare(other, undefined, { sensitivity: 'accent' }) === 0;
}

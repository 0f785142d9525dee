import type { PersonRole } from './ParsedStory';
import { isTitleHead, isTitleModifier } from './roleTitles';

/** No role in apposition is longer than this. */
const REACH = 140;

/** Reads a role before a name: "said harbour master Ada Fenwick", "the town clerk, Edgar Snow". */
export function readRoleBefore(text: string, nameStart: number): PersonRole | null {
  const before = text.slice(Math.max(0, nameStart - REACH), nameStart);
  const phrase =
    /((?:\p{Ll}[\p{L}’'-]* ){1,4})$/u.exec(before)?.[1] ??
    /\bthe ((?:\p{Ll}[\p{L}’'-]* ?){1,4}), $/iu.exec(before)?.[1];
  const words = phrase?.trim().split(' ') ?? [];
  const head = words.at(-1);
  if (head === undefined || !isTitleHead(head)) return null;
  let from = words.length - 1;
  while (from > 0 && (isTitleModifier(words[from - 1] ?? '') || isTitleHead(words[from - 1] ?? '')))
    from -= 1;
  return { title: words.slice(from).join(' '), organisation: null };
}

/**
 * Reads a role in apposition after a name: ", the mayor of Port Hallow,", ", chief executive of
 * Hallow Ferries,". The title ends with a word that names an office or a calling.
 */
export function readRoleAfter(text: string, nameEnd: number): PersonRole | null {
  const after = text.slice(nameEnd, nameEnd + REACH);
  const phrase =
    /^, (?:\d{1,3}, )?(?:(?:who (?:is|was) )?(?:a|an|the|her|his|its|their) )?([^,.;:!?"“”()—–\n]{3,120})(?=[,.;)—–\n])/u.exec(
      after,
    )?.[1];
  if (phrase === undefined) return null;
  const [rank = '', ...rest] = phrase.split(/ (?:of|at|for|with|in) (?:the )?/);
  const words = rank.split(' ');
  const head = words.at(-1) ?? '';
  if (!isTitleHead(head) || words.length > 5) return null;
  const owner = words
    .slice(0, -1)
    .filter((word) => /^\p{Lu}/u.test(word) && !isTitleModifier(word));
  const title = words.filter((word) => !owner.includes(word)).join(' ');
  const organisation =
    owner.length > 0 ? owner.join(' ').replace(/['’]s$/, '') : (organisationIn(rest[0]) ?? null);
  return { title, organisation };
}

function organisationIn(phrase: string | undefined): string | undefined {
  return /^\p{Lu}[\p{L}\p{M}.’'&-]*(?: (?:(?:of|and|for|de|the|du|der) )?\p{Lu}[\p{L}\p{M}.’'&-]*)*/u.exec(
    phrase ?? '',
  )?.[0];
}

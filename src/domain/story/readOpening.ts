import { childrenOf } from '../richText/RichText';
import { isHeading, markdownHeading } from './isHeading';
import type { Block, StoryRefusal } from './ParsedStory';
import { besidesNames, readBylines } from './readBylines';
import { readDateline } from './readDateline';
import { isStandfirst } from './isStandfirst';

/** What stands above the sections of a story. */
export interface StoryOpening {
  ok: true;
  headline: string;
  standfirst: string | null;
  dateline: string | null;
  bylines: string[];
  /** What stands in the bylines beside names: "Harbour Correspondent". */
  besides: string[];
  /** The line of the headline, counted from 1. */
  line: number;
  /** The blocks of the sections, the first without its dateline. */
  rest: Block[];
}

/** Longer than any headline: a paragraph that stands where the headline should be. */
export const LONGEST_HEADLINE = 200;

/**
 * Reads headline, bylines, standfirst and dateline off the blocks of a story. Bylines may stand
 * above or below the standfirst. Where the standfirst is known already, only the same words are
 * taken for it. Refusals: STORY_EMPTY, STORY_NO_HEADLINE.
 */
export function readOpening(
  blocks: Block[],
  { standfirst: known = null }: { standfirst?: string | null } = {},
): StoryOpening | StoryRefusal {
  const [first, ...below] = blocks;
  if (first === undefined) {
    return {
      ok: false,
      code: 'STORY_EMPTY',
      message:
        'The text holds no story. Put the headline on the first line and the paragraphs below it.',
    };
  }
  const headline = markdownHeading(first.text) ?? first.text;
  if (headline.length > LONGEST_HEADLINE || headline === '') {
    return {
      ok: false,
      code: 'STORY_NO_HEADLINE',
      message: `Line ${first.line} is a paragraph where the headline should be. Put the headline above it, on a line of its own.`,
      line: first.line,
    };
  }
  const bylines: string[] = [];
  const besides: string[] = [];
  let rest = takeBylines(below, { bylines, besides });
  const hadBylineAbove = rest.length < below.length;
  let standfirst: string | null = null;
  const [candidate, ...afterCandidate] = rest;
  if (
    candidate !== undefined &&
    isParagraph(candidate) &&
    !isHeadingAbove(candidate, afterCandidate)
  ) {
    const afterBylines = takeBylines(afterCandidate, { bylines, besides });
    const isBylineBetween = afterBylines.length < afterCandidate.length && !hadBylineAbove;
    const next = afterBylines[0]?.text ?? null;
    const isNamed = candidate.isSubtitle === true && next !== null;
    const isTaken =
      known === null
        ? isNamed ||
          (hasOnlyWords(candidate) &&
            isStandfirst({ block: candidate.text, next, isBylineBetween }))
        : candidate.text === known && next !== null;
    if (isTaken) {
      standfirst = withoutEmphasis(candidate.text);
      rest = afterBylines;
    } else {
      rest = [candidate, ...afterBylines];
    }
  }
  const [lead, ...others] = rest;
  if (lead === undefined) {
    return {
      ok: true,
      headline,
      standfirst,
      dateline: null,
      bylines,
      besides,
      line: first.line,
      rest,
    };
  }
  const { dateline, rest: words } = readDateline(lead.text);
  return {
    ok: true,
    headline,
    standfirst,
    dateline,
    bylines,
    besides,
    line: first.line,
    rest: [{ ...lead, text: words }, ...others],
  };
}

/** No list, quotation, embed or line of a table. */
function isParagraph({ node, isPart }: Block): boolean {
  return !isPart && (node === undefined || node.type === 'paragraph');
}

/** A standfirst has words only: a paragraph with links or raised figures would lose them. */
function hasOnlyWords({ node }: Block): boolean {
  return childrenOf(node ?? {}).every(
    ({ type, format }) => type === 'text' && (Number(format) & ~EMPHASIS) === 0,
  );
}

/** Bold and italic, by Lexical's bits. */
const EMPHASIS = 1 | 2;

/** A short line with a paragraph under it may be the heading of the first section. */
function isHeadingAbove(block: Block, after: Block[]): boolean {
  if (block.level !== undefined) return block.level !== null;
  return markdownHeading(block.text) !== null || (after.length === 0 && isHeading(block.text));
}

/** Markdown quotes and emphasis set a standfirst off; they are no part of its words. */
function withoutEmphasis(text: string): string {
  const bare = text.replace(/^> /, '');
  return /^([*_]{1,2})(\S.*)\1$/.exec(bare)?.[2] ?? bare;
}

/** Takes the bylines off the top of the blocks and answers the blocks below them. */
function takeBylines(blocks: Block[], taken: { bylines: string[]; besides: string[] }): Block[] {
  const [first, ...below] = blocks;
  const names = first === undefined || !isParagraph(first) ? null : readBylines(first.text);
  if (first === undefined || names === null) return blocks;
  taken.bylines.push(...names);
  taken.besides.push(...besidesNames(first.text, names));
  return takeBylines(below, taken);
}

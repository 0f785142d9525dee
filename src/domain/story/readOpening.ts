import { isHeading, markdownHeading } from './isHeading';
import type { Block, StoryRefusal } from './ParsedStory';
import { readBylines } from './readBylines';
import { readDateline } from './readDateline';
import { isStandfirst } from './isStandfirst';

/** What stands above the sections of a story. */
export interface StoryOpening {
  ok: true;
  headline: string;
  standfirst: string | null;
  dateline: string | null;
  bylines: string[];
  /** The line of the headline, counted from 1. */
  line: number;
  /** The blocks of the sections, the first without its dateline. */
  rest: Block[];
}

/** Longer than any headline: a paragraph that stands where the headline should be. */
const LONGEST_HEADLINE = 200;

/**
 * Reads headline, bylines, standfirst and dateline off the blocks of a story. Bylines may stand
 * above or below the standfirst. Refusals: STORY_EMPTY, STORY_NO_HEADLINE.
 */
export function readOpening(blocks: Block[]): StoryOpening | StoryRefusal {
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
  let rest = takeBylines(below, bylines);
  const hadBylineAbove = rest.length < below.length;
  let standfirst: string | null = null;
  const [candidate, ...afterCandidate] = rest;
  if (candidate !== undefined && !isHeadingAbove(candidate, afterCandidate)) {
    const afterBylines = takeBylines(afterCandidate, bylines);
    const isBylineBetween = afterBylines.length < afterCandidate.length && !hadBylineAbove;
    const next = afterBylines[0]?.text ?? null;
    const isNamed = candidate.isSubtitle && next !== null;
    if (isNamed || isStandfirst({ block: candidate.text, next, isBylineBetween })) {
      standfirst = withoutEmphasis(candidate.text);
      rest = afterBylines;
    } else {
      rest = [candidate, ...afterBylines];
    }
  }
  const [lead, ...others] = rest;
  if (lead === undefined) {
    return { ok: true, headline, standfirst, dateline: null, bylines, line: first.line, rest };
  }
  const { dateline, rest: words } = readDateline(lead.text);
  return {
    ok: true,
    headline,
    standfirst,
    dateline,
    bylines,
    line: first.line,
    rest: [{ ...lead, text: words }, ...others],
  };
}

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
function takeBylines(blocks: Block[], bylines: string[]): Block[] {
  const [first, ...below] = blocks;
  const names = first === undefined ? null : readBylines(first.text);
  if (names === null) return blocks;
  bylines.push(...names);
  return takeBylines(below, bylines);
}

import { least, most } from '../lists/longLists';
import type { Block } from './ParsedStory';

/** Wrapped lines are of one width: no mail or text editor wraps outside of these. */
const WRAP_MIN = 45;
const WRAP_MAX = 100;
/** A wrapped line ends where the next word did not fit; few words are longer than this. */
const WRAP_RAGGED = 22;

/**
 * Splits text with normalised line ends into blocks: what stands between empty lines. The lines of
 * a block become one paragraph where they were wrapped to a width, else each is a block of its own.
 * Lines count from 1.
 */
export function splitBlocks(text: string): Block[] {
  const groups: Block[][] = [];
  let open: Block[] | null = null;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '') {
      open = null;
      continue;
    }
    if (open === null) {
      open = [];
      groups.push(open);
    }
    open.push({ text: line, line: index + 1 });
  }
  return groups.flatMap((group) => (isWrapped(group) ? [joined(group)] : group));
}

function isWrapped(lines: Block[]): boolean {
  const lengths = lines.slice(0, -1).map((line) => line.text.length);
  if (lengths.length === 0) return false;
  const longest = most(lengths);
  const last = lines.at(-1);
  return (
    least(lengths) >= Math.max(WRAP_MIN, longest - WRAP_RAGGED) &&
    longest <= WRAP_MAX &&
    (last?.text.length ?? 0) <= longest + 1 &&
    // One line that ends a sentence above another is two short paragraphs rather than a wrapped one.
    (lengths.length > 1 || !/[.!?:]["”’»]?$/.test(lines[0]?.text ?? '')) &&
    lines.every((line) => !/^#{1,6}\s/.test(line.text))
  );
}

function joined(lines: Block[]): Block {
  return { text: lines.map((line) => line.text).join(' '), line: lines[0]?.line ?? 1 };
}

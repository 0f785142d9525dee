import canonicalize from 'canonicalize';

import {
  bodyBlocks,
  isSameLink,
  looksSame,
  TEXT_FORMATS,
  textOfBlock,
  textsOfCell,
  type BodyBlock,
  type TableCell,
  type TableRow,
  type TextFormat,
  type TextRun,
} from '../richText/bodyBlocks';
import type { RichText } from '../richText/RichText';
import { diffText, kinshipOf, runsOf, type Run } from './diffText';

/** Words of one look that stayed, went or came. Words that only look otherwise went and came. */
export interface RunChange extends TextRun {
  change: 'same' | 'removed' | 'added';
}

/** What is another in a block that changed; each has its word in the panel. */
export const BLOCK_ASPECTS = [
  'words',
  'bold',
  'italic',
  'struck',
  'code',
  'subscript',
  'superscript',
  'link',
  'kind',
  'list',
  'number',
  'check',
  'standing',
  'cells',
  'picture',
  'quotation',
  'address',
  'caption',
  'stored',
] as const;
export type BlockAspect = (typeof BLOCK_ASPECTS)[number];

/** What became of a body, from its first block to its last. */
export type BodyPart =
  | { change: 'same'; blocks: BodyBlock[] }
  | { change: 'added' | 'removed'; block: BodyBlock }
  /** Told once, where it stands now. */
  | { change: 'moved'; block: BodyBlock }
  | {
      change: 'changed';
      before: BodyBlock;
      after: BodyBlock;
      aspects: BlockAspect[];
      /** Word by word, where both have words. */
      runs: RunChange[] | null;
    };

/**
 * The difference of two bodies as readers see them, block by block; null when they see the same.
 * Blocks that are not removed make up the newer body, in its order; a block that moved stands there
 * once.
 */
export function diffBodies(before: RichText | null, after: RichText | null): BodyPart[] | null {
  const parts = diffBlocks(bodyBlocks(before), bodyBlocks(after));
  return parts.every(({ change }) => change === 'same') ? null : parts;
}

function diffBlocks(before: readonly BodyBlock[], after: readonly BodyBlock[]): BodyPart[] {
  const keys = new Map([...before, ...after].map((block) => [block, keyOf(block)]));
  const runs = runsOf(before, after, (one, other) => keys.get(one) === keys.get(other));
  return toldAsMoved(runs.flatMap((run) => (run.isSame ? samePart(run) : changedParts(run))));
}

/** Those of the newer body: where a number follows from others, it is the one of today. */
function samePart({ after }: Run<BodyBlock>): BodyPart[] {
  return after.length > 0 ? [{ change: 'same', blocks: after }] : [];
}

function changedParts({ before, after }: Run<BodyBlock>): BodyPart[] {
  return runsOf(before, after, blockKinship([...before, ...after])).flatMap((run): BodyPart[] => {
    if (!run.isSame) {
      return [
        ...run.before.map((block): BodyPart => ({ change: 'removed', block })),
        ...run.after.map((block): BodyPart => ({ change: 'added', block })),
      ];
    }
    return run.after.map((block, index): BodyPart => {
      const was = run.before[index] ?? block;
      return keyOf(was) === keyOf(block)
        ? { change: 'same', blocks: [block] }
        : changedPart(was, block);
    });
  });
}

function changedPart(before: BodyBlock, after: BodyBlock): BodyPart {
  const runs = 'runs' in before && 'runs' in after ? diffRuns(before.runs, after.runs) : null;
  return { change: 'changed', before, after, aspects: aspectsOf(before, after), runs };
}

/** Whether one can be read as the other, changed: the same sort of thing that says much the same. */
function blockKinship(blocks: readonly BodyBlock[]) {
  const areKindred = kinshipOf(blocks.map(textOfBlock));
  return (one: BodyBlock, other: BodyBlock): boolean => {
    if ('runs' in one && 'runs' in other) {
      const [text, otherText] = [textOfBlock(one), textOfBlock(other)];
      return text === otherText || areKindred(text, otherText);
    }
    if (one.kind === 'row' && other.kind === 'row') {
      // Of a row of figures a single cell may have changed.
      return (
        areKindred(textOfBlock(one), textOfBlock(other)) ||
        one.cells.some((cell, index) => isSameCell(cell, other.cells[index]))
      );
    }
    if (one.kind === 'embed' && other.kind === 'embed')
      return one.url === other.url || (one.caption !== '' && one.caption === other.caption);
    return one.kind === other.kind && one.kind !== 'rule';
  };
}

function isSameCell(one: TableCell, other: TableCell | undefined): boolean {
  const text = textsOfCell(one).join('\n');
  return other !== undefined && text !== '' && text === textsOfCell(other).join('\n');
}

/** A block that went at one place and came at another, the same in all, has moved. */
function toldAsMoved(parts: readonly BodyPart[]): BodyPart[] {
  const gone = new Map<string, number[]>();
  for (const [index, part] of parts.entries()) {
    if (part.change !== 'removed' || part.block.kind === 'rule') continue;
    const key = keyOf(part.block);
    gone.set(key, [...(gone.get(key) ?? []), index]);
  }
  const toldElsewhere = new Set<number>();
  const told = parts.map((part): BodyPart => {
    const from = part.change === 'added' ? gone.get(keyOf(part.block))?.shift() : undefined;
    if (part.change !== 'added' || from === undefined) return part;
    toldElsewhere.add(from);
    return { change: 'moved', block: part.block };
  });
  return joined(told.filter((_, index) => !toldElsewhere.has(index)));
}

/** Neighbours that stayed are one part. */
function joined(parts: readonly BodyPart[]): BodyPart[] {
  const result: BodyPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.change === 'same' && last?.change === 'same') last.blocks.push(...part.blocks);
    else result.push(part.change === 'same' ? { ...part, blocks: [...part.blocks] } : part);
  }
  return result;
}

function aspectsOf(before: BodyBlock, after: BodyBlock): BlockAspect[] {
  const differs: Partial<Record<BlockAspect, boolean>> = {
    words: textOfBlock(before) !== textOfBlock(after),
    kind: before.kind !== after.kind,
  };
  if ('runs' in before && 'runs' in after) {
    const looks = lookDifferences(before.runs, after.runs);
    for (const [name, bit] of Object.entries(TEXT_FORMATS))
      differs[name as TextFormat] = (looks.formats & bit) !== 0;
    differs.link = looks.link;
    differs.standing = before.align !== after.align || before.indent !== after.indent;
  }
  if (before.kind === 'item' && after.kind === 'item') {
    differs.list = before.list !== after.list || before.depth !== after.depth;
    differs.number = before.list === after.list && before.start !== after.start;
    differs.check = before.isChecked !== after.isChecked;
  }
  if (before.kind === 'row' && after.kind === 'row') {
    differs.cells = shapeOf(before) !== shapeOf(after);
    const blocks = ({ cells }: TableRow) => cells.flatMap((cell) => cell.blocks);
    for (const [index, block] of blocks(before).entries()) {
      const other = differs.cells ? undefined : blocks(after)[index];
      for (const aspect of other ? aspectsOf(block, other) : []) differs[aspect] = true;
    }
  }
  if (before.kind === 'image' && after.kind === 'image') differs.picture = before.id !== after.id;
  if (before.kind === 'pullQuote' && after.kind === 'pullQuote')
    differs.quotation = before.id !== after.id;
  if (before.kind === 'embed' && after.kind === 'embed') {
    differs.address = before.url !== after.url;
    differs.caption = before.caption !== after.caption;
  }
  if (before.kind === 'other') differs.stored = true;
  return BLOCK_ASPECTS.filter((aspect) => differs[aspect]);
}

/** How many cells a row has, what they head and how far they reach, and how much stands in each. */
function shapeOf({ isApart, cells }: TableRow): string {
  const shapes = cells.map(({ heads, columns, rows, blocks }) => [
    heads,
    columns,
    rows,
    blocks.length,
  ]);
  return JSON.stringify([isApart, shapes]);
}

/** Word by word, and look by look where the words stayed. */
function diffRuns(before: readonly TextRun[], after: readonly TextRun[]): RunChange[] {
  const changes: RunChange[] = [];
  const old = readerOf(before);
  const young = readerOf(after);
  for (const { kind, text } of diffText(textOf(before), textOf(after))) {
    if (kind === 'removed') push(changes, 'removed', old(text.length));
    else if (kind === 'added') push(changes, 'added', young(text.length));
    else pushKept(changes, old(text.length), young(text.length));
  }
  return changes;
}

/** Words that stayed, in pieces of one look before and one look after. */
function pushKept(changes: RunChange[], was: readonly TextRun[], is: readonly TextRun[]): void {
  let removed: TextRun[] = [];
  let added: TextRun[] = [];
  const flush = (): void => {
    push(changes, 'removed', removed);
    push(changes, 'added', added);
    removed = [];
    added = [];
  };
  for (const [old, young] of sideBySide(was, is)) {
    if (looksSame(old, young)) {
      flush();
      push(changes, 'same', [young]);
    } else {
      removed.push(old);
      added.push(young);
    }
  }
  flush();
}

/** The same words in two looks, cut where either look changes. */
function sideBySide(was: readonly TextRun[], is: readonly TextRun[]): [TextRun, TextRun][] {
  const cut = (runs: readonly TextRun[]): number[] => {
    let end = 0;
    return runs.map(({ text }) => (end += text.length));
  };
  const ends = [...new Set([...cut(was), ...cut(is)])].sort((one, other) => one - other);
  const old = readerOf(was);
  const young = readerOf(is);
  let start = 0;
  return ends.flatMap((end): [TextRun, TextRun][] => {
    const length = end - start;
    start = end;
    const [before] = old(length);
    const [after] = young(length);
    return before && after ? [[before, after]] : [];
  });
}

function push(changes: RunChange[], change: RunChange['change'], runs: readonly TextRun[]): void {
  for (const run of runs) {
    const last = changes.at(-1);
    if (last?.change === change && looksSame(last, run)) last.text += run.text;
    else changes.push({ ...run, change });
  }
}

/** Hands out the runs from first to last, so many characters at a time. */
function readerOf(runs: readonly TextRun[]): (length: number) => TextRun[] {
  let index = 0;
  let offset = 0;
  return (length) => {
    const taken: TextRun[] = [];
    for (let left = length; left > 0 && index < runs.length;) {
      const run = runs[index] as TextRun;
      const text = run.text.slice(offset, offset + left);
      taken.push({ ...run, text });
      left -= text.length;
      offset += text.length;
      if (offset === run.text.length) {
        index += 1;
        offset = 0;
      }
    }
    return taken;
  };
}

/** Whether words that stayed look otherwise, or lead elsewhere. */
function lookDifferences(before: readonly TextRun[], after: readonly TextRun[]) {
  const differences = { formats: 0, link: false };
  const old = readerOf(before);
  const young = readerOf(after);
  for (const { kind, text } of diffText(textOf(before), textOf(after))) {
    const was = kind === 'added' ? [] : old(text.length);
    const is = kind === 'removed' ? [] : young(text.length);
    // A link that came or went with its words is worth its own word: nobody sees where it leads.
    if (kind !== 'same' && [...was, ...is].some(({ link }) => link)) differences.link = true;
    for (const [one, other] of kind === 'same' ? sideBySide(was, is) : []) {
      differences.formats |= one.format ^ other.format;
      differences.link ||= !isSameLink(one.link, other.link);
    }
  }
  return differences;
}

function textOf(runs: readonly TextRun[]): string {
  return runs.map(({ text }) => text).join('');
}

/** What a block says. The number of an item is none of it: it follows from the items before. */
function keyOf(block: BodyBlock): string {
  return canonicalize(block.kind === 'item' ? { ...block, number: null } : block) ?? '';
}

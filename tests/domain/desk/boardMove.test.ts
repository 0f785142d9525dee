import { describe, expect, it } from 'vitest';

import { boardMove } from '../../../src/domain/desk/boardMove';
import { COLUMNS, type Column } from '../../../src/domain/desk/Desk';
import { actionRow } from '../../../src/domain/workflow/actionTable';

const pairs = COLUMNS.flatMap((from) => COLUMNS.map((to) => [from, to] as const));
const stageOf = (column: Column) =>
  column === 'scheduled' || column === 'live' ? 'approved' : column;

describe('a move on the board', () => {
  it('is an action that is open in the stage it starts from', () => {
    const moves = pairs.flatMap(([from, to]) => {
      const action = boardMove(from, to);
      return action ? [{ from, to, row: actionRow(action) }] : [];
    });
    expect(moves.length).toBeGreaterThan(5);
    for (const { from, row } of moves) expect(row.from).toContain(stageOf(from));
    for (const { to, row } of moves) if (row.to.stage) expect(row.to.stage).toBe(stageOf(to));
  });

  it('is nothing where no single action leads', () => {
    expect(boardMove('draft', 'live')).toBeNull();
    expect(boardMove('draft', 'approved')).toBeNull();
    expect(boardMove('live', 'draft')).toBeNull();
    expect(boardMove('draft', 'draft')).toBeNull();
  });

  it('reaches every column but the one where articles begin', () => {
    const reached = new Set(pairs.filter(([from, to]) => boardMove(from, to)).map(([, to]) => to));
    expect([...reached].toSorted()).toEqual(COLUMNS.filter((c) => c !== 'draft').toSorted());
  });
});

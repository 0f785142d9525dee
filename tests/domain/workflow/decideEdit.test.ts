import { describe, expect, it } from 'vitest';
import { decideEdit } from '../../../src/domain/workflow/decideEdit';

describe('decideEdit', () => {
  it('returns an approved article to draft when its content changes', () => {
    const stage = 'approved';
    expect(decideEdit({ stage, isContentChanged: true })).toEqual({ ok: true, stage: 'draft' });
    expect(decideEdit({ stage, isContentChanged: false })).toEqual({ ok: true, stage });
  });

  it.each(['draft', 'in_review', 'changes_requested'] as const)('leaves %s as it is', (stage) => {
    expect(decideEdit({ stage, isContentChanged: true })).toEqual({ ok: true, stage });
  });

  it('refuses an edit while spiked', () => {
    expect(decideEdit({ stage: 'spiked', isContentChanged: false })).toMatchObject({
      ok: false,
      code: 'STAGE_NOT_ALLOWED',
    });
  });
});

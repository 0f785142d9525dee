import { describe, expect, it } from 'vitest';
import type { ArticleState } from '../../../src/domain/workflow/ArticleState';
import { availableActions } from '../../../src/domain/workflow/availableActions';
import type { PublishIssue } from '../../../src/domain/workflow/PublishIssue';
import type { ActorRole } from '../../../src/domain/rights/Role';
import { actor, articleState, NOW } from './articleStates';

function actionsOf(role: ActorRole, article: Partial<ArticleState>, issues: PublishIssue[] = []) {
  const all = availableActions({
    article: articleState(article),
    user: actor(role),
    settings: { fourEyes: true },
    now: NOW,
    issues,
  });
  return {
    open: all.filter(({ isAllowed }) => isAllowed).map(({ action }) => action),
    get: (name: string) => all.find(({ action }) => action === name),
  };
}

describe('availableActions', () => {
  it('offers each role its own steps on an article in review', () => {
    expect(actionsOf('writer', {}).open).toEqual([]);
    expect(actionsOf('fact-checker', {}).open).toEqual([]);
    expect(actionsOf('editor', {}).open).toEqual(['approve', 'requestChanges', 'spike', 'hold']);
    expect(actionsOf('admin', {}).open).toEqual([
      'approve',
      'approveAndPublish',
      'requestChanges',
      'override',
      'spike',
      'hold',
    ]);
  });

  it('offers publishing once an edition is approved', () => {
    const { open } = actionsOf('publisher', { stage: 'approved', approvedEdition: 'e1' });
    expect(open).toEqual(['publish', 'schedule', 'spike', 'hold']);
  });

  it('closes publishing while the approved edition is live already', () => {
    const live = { publicationState: 'live', approvedEdition: 'e1', liveEdition: 'e1' } as const;
    expect(actionsOf('publisher', live).get('publish')).toMatchObject({ code: 'ALREADY_LIVE' });
  });

  it('says what an action will ask for', () => {
    const approved = { stage: 'approved', approvedEdition: 'e2' } as const;
    expect(actionsOf('publisher', approved).get('publish')).toMatchObject({ needs: [] });
    const live = { ...approved, publicationState: 'live', liveEdition: 'e1' } as const;
    expect(
      actionsOf('publisher', { ...live, noteOfApproved: 'told' }).get('publish'),
    ).toMatchObject({
      needs: [],
    });
    expect(
      actionsOf('publisher', { ...live, noteOfApproved: 'late' }).get('publish'),
    ).toMatchObject({
      needs: ['change'],
    });
    expect(
      actionsOf('publisher', { ...live, noteOfApproved: 'missing' }).get('publish'),
    ).toMatchObject({ isAllowed: false, code: 'CHANGE_KIND_REQUIRED' });
    const draft = { stage: 'draft', publicationState: 'live', liveEdition: 'e1' } as const;
    const noteMissing: PublishIssue = {
      code: 'CHANGE_NOTE_MISSING',
      field: 'change',
      severity: 'error',
      blocks: 'submit',
      message: 'Say what changes.',
      answeredBy: 'change',
    };
    expect(actionsOf('editor', draft, [noteMissing]).get('submit')).toMatchObject({
      isAllowed: true,
      needs: ['change'],
    });
    expect(actionsOf('publisher', live).get('withdraw')).toMatchObject({
      needs: ['reason', 'notice'],
    });
  });

  it('says why an action is closed, with the issues that stop it', () => {
    expect(actionsOf('editor', {}).get('publish')).toMatchObject({
      isAllowed: false,
      code: 'ROLE_NOT_ALLOWED',
      message: 'Your role does not allow you to publish: that takes the role publisher or above.',
    });
    expect(actionsOf('editor', {}).get('submit')).toMatchObject({
      code: 'STAGE_NOT_ALLOWED',
      message: 'This article is in review. To submit, it must be draft or changes requested.',
    });
    const issue: PublishIssue = {
      code: 'LEGAL_CHECK_OPEN',
      field: 'flags.legal',
      severity: 'error',
      blocks: 'approve',
      message: 'The legal check is open.',
    };
    expect(actionsOf('editor', {}, [issue]).get('approve')).toMatchObject({ issues: [issue] });
  });

  it('never offers what only the clock does', () => {
    expect(actionsOf('admin', {}).get('fire')).toBeUndefined();
  });
});

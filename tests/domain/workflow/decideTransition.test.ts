import { describe, expect, it } from 'vitest';
import type { ActionName } from '../../../src/domain/workflow/actionTable';
import type { ArticleState, OpenOrder } from '../../../src/domain/workflow/ArticleState';
import {
  decideTransition,
  type TransitionRequest,
} from '../../../src/domain/workflow/decideTransition';
import type { PublishIssue } from '../../../src/domain/workflow/PublishIssue';
import type { ActorRole } from '../../../src/domain/rights/Role';
import { actor, articleState, EARLIER, everyInput, LATER, NOW } from './articleStates';

function decide(
  action: ActionName,
  article: Partial<ArticleState>,
  changes: Partial<TransitionRequest> & { role?: ActorRole } = {},
) {
  const { role = 'admin', ...request } = changes;
  return decideTransition({
    action,
    article: articleState(article),
    user: actor(role),
    settings: { fourEyes: true },
    now: NOW,
    ...everyInput,
    ...request,
  });
}

const refused = (code: string) => expect.objectContaining({ ok: false, code }) as unknown;
const accepted = (to: object) =>
  expect.objectContaining({ ok: true, to: expect.objectContaining(to) as unknown }) as unknown;
const live = { stage: 'draft', publicationState: 'live', liveEdition: 'e1' } as const;
const issue = (changes: Partial<PublishIssue>): PublishIssue => ({
  code: 'SOMETHING',
  field: 'headline',
  severity: 'error',
  blocks: 'submit',
  message: 'Put it right.',
  ...changes,
});

describe('submit', () => {
  it('is closed to a writer who does not own the article', () => {
    expect(decide('submit', { stage: 'draft' }, { role: 'writer' })).toEqual(
      refused('NOT_YOUR_ARTICLE'),
    );
    expect(decide('submit', { stage: 'draft' }, { role: 'editor' })).toEqual(
      accepted({ stage: 'in_review' }),
    );
  });

  it('is closed to a user of another desk, but for an own article', () => {
    const user = actor('editor', { deskTopics: ['t9'] });
    expect(decide('submit', { stage: 'draft' }, { user })).toEqual(refused('OUTSIDE_YOUR_DESK'));
    for (const article of [{ topics: ['t9'] }, { ownedBy: [user.id] }])
      expect(decide('submit', { stage: 'draft', ...article }, { user })).toEqual(
        accepted({ stage: 'in_review' }),
      );
    expect(decide('approve', { ownedBy: [user.id] }, { user })).toEqual(
      refused('OUTSIDE_YOUR_DESK'),
    );
  });

  it('names all that is missing, and ignores warnings and later steps', () => {
    const issues = [
      issue({ message: 'Write one.' }),
      issue({ message: 'Write two.' }),
      issue({ severity: 'warning' }),
      issue({ blocks: 'approve' }),
    ];
    expect(decide('submit', { stage: 'draft' }, { issues })).toEqual({
      ok: false,
      code: 'CONTENT_NOT_READY',
      message: 'Still to put right: Write one. Write two.',
      issues: issues.slice(0, 2),
    });
  });
});

describe('approve', () => {
  it('does not mind who submitted it, where contributors are known', () => {
    const mine = { submittedBy: 'the admin', contributors: ['w1'] };
    expect(decide('approve', mine)).toEqual(accepted({ stage: 'approved' }));
  });

  it('refuses the submitter where no contributor is known', () => {
    const mine = { submittedBy: 'the admin', contributors: [] };
    expect(decide('approve', mine)).toEqual(refused('FOUR_EYES'));
  });

  it('refuses who contributed while four eyes are asked for', () => {
    const mine = { contributors: ['w1', 'the admin'] };
    expect(decide('approve', mine)).toEqual(refused('FOUR_EYES'));
    expect(decide('approve', mine, { settings: { fourEyes: false } })).toEqual(
      accepted({ stage: 'approved' }),
    );
  });

  it('refuses text that is not what the approver saw', () => {
    expect(decide('approve', { contentHash: 'other' })).toEqual(refused('CONTENT_CHANGED'));
    expect(decide('approve', { contentHash: undefined })).toEqual(refused('CONTENT_CHANGED'));
    expect(decide('approve', {}, { contentHash: undefined })).toEqual(
      refused('CONTENT_HASH_REQUIRED'),
    );
  });

  it('is stopped by errors of approval, but not by those of publication', () => {
    const approval = [issue({ blocks: 'approve' })];
    expect(decide('approve', {}, { issues: approval })).toEqual(refused('CONTENT_NOT_READY'));
    expect(decide('approve', {}, { issues: [issue({ blocks: 'publish' })] })).toEqual(
      accepted({ stage: 'approved' }),
    );
  });

  it('freezes a new edition in place of the one approved before', () => {
    expect(decide('approve', { ...live, stage: 'in_review', approvedEdition: 'e1' })).toEqual({
      ok: true,
      to: {
        stage: 'approved',
        publicationState: 'live',
        onHold: false,
        approvedEdition: null,
        liveEdition: 'e1',
      },
      freezesEdition: true,
      changesLiveText: false,
    });
  });
});

describe('override', () => {
  it('passes four eyes and open checks, but not missing content', () => {
    const mine = { contributors: ['the admin'] };
    expect(decide('override', mine, { issues: [issue({ blocks: 'approve' })] })).toEqual(
      accepted({ stage: 'approved' }),
    );
    expect(decide('override', mine, { issues: [issue({})] })).toEqual(refused('CONTENT_NOT_READY'));
  });

  it('does not lift an embargo', () => {
    const article = { embargoUntil: LATER };
    expect(decide('override', article)).toEqual(accepted({ publicationState: 'unpublished' }));
    expect(decide('publish', { ...article, approvedEdition: 'e1' })).toEqual(refused('EMBARGOED'));
  });
});

describe('publish', () => {
  it('shows the approved edition whatever the working copy has become', () => {
    for (const stage of ['draft', 'in_review', 'changes_requested', 'approved'] as const)
      expect(decide('publish', { stage, approvedEdition: 'e1' })).toEqual(
        accepted({ stage, publicationState: 'live', liveEdition: 'e1', approvedEdition: 'e1' }),
      );
  });

  it('refuses without an approved edition, while on hold and under embargo', () => {
    expect(decide('publish', {})).toEqual(refused('NO_APPROVED_EDITION'));
    const approved = { approvedEdition: 'e1' };
    expect(decide('publish', { ...approved, onHold: true })).toEqual(refused('ON_HOLD'));
    expect(decide('publish', { ...approved, embargoUntil: LATER })).toEqual(refused('EMBARGOED'));
    expect(decide('publish', { ...approved, embargoUntil: 'soon' })).toEqual(refused('EMBARGOED'));
    expect(decide('publish', { ...approved, embargoUntil: NOW })).toEqual(
      accepted({ publicationState: 'live' }),
    );
  });

  it('refuses another edition than the approved one, and the one that is live', () => {
    expect(decide('publish', { approvedEdition: 'e2' }, { edition: 'e1' })).toEqual(
      refused('EDITION_NOT_APPROVED'),
    );
    expect(decide('publish', { ...live, approvedEdition: 'e1' })).toEqual(refused('ALREADY_LIVE'));
  });

  it('asks what kind of change a new edition of a live text is', () => {
    const changed = { ...live, approvedEdition: 'e2' };
    expect(decide('publish', changed, { change: undefined })).toEqual(
      refused('CHANGE_KIND_REQUIRED'),
    );
    expect(decide('publish', changed, { change: { kind: 'minor', note: ' ' } })).toEqual(
      refused('CHANGE_KIND_REQUIRED'),
    );
    const change = { kind: 'rewrite', note: 'Better.' } as unknown as TransitionRequest['change'];
    expect(decide('publish', changed, { change })).toEqual(refused('CHANGE_KIND_REQUIRED'));
    expect(decide('publish', changed)).toMatchObject({ ok: true, changesLiveText: true });
    expect(decide('publish', { approvedEdition: 'e2' }, { change: undefined })).toMatchObject({
      ok: true,
      changesLiveText: false,
    });
  });
});

describe('rollBack', () => {
  it('shows the edition asked for and leaves the approved one approved', () => {
    expect(decide('rollBack', { ...live, approvedEdition: 'e2' }, { edition: 'e0' })).toEqual(
      accepted({ liveEdition: 'e0', approvedEdition: 'e2' }),
    );
  });

  it('refuses while on hold', () => {
    const held = { ...live, onHold: true };
    expect(decide('rollBack', held, { edition: 'e0' })).toEqual(refused('ON_HOLD'));
  });

  it('refuses without an edition, with the live one and without a kind of change', () => {
    expect(decide('rollBack', live)).toEqual(refused('EDITION_REQUIRED'));
    expect(decide('rollBack', live, { edition: 'e1' })).toEqual(refused('ALREADY_LIVE'));
    expect(decide('rollBack', live, { edition: 'e0', change: undefined })).toEqual(
      refused('CHANGE_KIND_REQUIRED'),
    );
  });
});

describe('schedule and reschedule', () => {
  const approved = { approvedEdition: 'e1' };
  const pending: OpenOrder = { kind: 'publish', at: LATER, edition: 'e1' };

  it('take a time to come and change nothing that readers see', () => {
    expect(decide('schedule', approved)).toEqual(
      accepted({ publicationState: 'unpublished', liveEdition: null }),
    );
    for (const at of [EARLIER, NOW, 'tomorrow'])
      expect(decide('schedule', approved, { at })).toEqual(refused('TIME_NOT_IN_FUTURE'));
    expect(decide('schedule', approved, { at: undefined })).toEqual(refused('TIME_REQUIRED'));
  });

  it('refuse a time before the embargo', () => {
    const embargoed = { ...approved, embargoUntil: '2031-03-05T00:00:00.000Z' };
    expect(decide('schedule', embargoed)).toEqual(refused('TIME_BEFORE_EMBARGO'));
    expect(decide('schedule', embargoed, { at: embargoed.embargoUntil })).toEqual(
      accepted({ stage: 'in_review' }),
    );
    expect(decide('schedule', { ...approved, embargoUntil: 'soon' })).toEqual(
      refused('TIME_BEFORE_EMBARGO'),
    );
    expect(decide('reschedule', { ...embargoed, openOrder: pending })).toEqual(
      refused('TIME_BEFORE_EMBARGO'),
    );
    const withdrawal: OpenOrder = { ...pending, kind: 'withdraw' };
    expect(decide('reschedule', { ...embargoed, openOrder: withdrawal })).toEqual(
      accepted({ stage: 'in_review' }),
    );
  });

  it('ask for reason and notice of a withdrawal, and for the kind of change of a live text', () => {
    const withdrawal = { kind: 'withdraw', notice: undefined } as const;
    expect(decide('schedule', approved, withdrawal)).toEqual(refused('NOTICE_REQUIRED'));
    const changed = { ...live, approvedEdition: 'e2' };
    expect(decide('schedule', changed, { kind: 'withdraw', change: undefined })).toEqual(
      accepted({ publicationState: 'live' }),
    );
    expect(decide('schedule', changed, { change: undefined })).toEqual(
      refused('CHANGE_KIND_REQUIRED'),
    );
  });

  it('refuse when there is nothing to move or cancel', () => {
    expect(decide('reschedule', approved)).toEqual(refused('NOTHING_SCHEDULED'));
    expect(decide('unschedule', approved)).toEqual(refused('NOTHING_SCHEDULED'));
  });
});

describe('fire', () => {
  const publication: OpenOrder = { kind: 'publish', at: NOW, edition: 'e1' };
  const fire = (article: Partial<ArticleState>) =>
    decide(
      'fire',
      { approvedEdition: 'e1', openOrder: publication, ...article },
      {
        role: 'clock',
        change: undefined,
        reason: undefined,
        notice: undefined,
      },
    );

  it('publishes the pinned edition although another was approved since', () => {
    expect(fire({ approvedEdition: 'e2', stage: 'draft' })).toEqual(
      accepted({ publicationState: 'live', liveEdition: 'e1', approvedEdition: 'e2' }),
    );
  });

  it('refuses before its time', () => {
    expect(fire({ openOrder: { ...publication, at: LATER } })).toEqual(refused('NOT_DUE'));
    expect(fire({ openOrder: { ...publication, at: '' } })).toEqual(refused('NOT_DUE'));
  });

  it('refuses on hold, under embargo, when spiked and when nothing is pending', () => {
    expect(fire({ onHold: true })).toEqual(refused('ON_HOLD'));
    expect(fire({ embargoUntil: LATER })).toEqual(refused('EMBARGOED'));
    expect(fire({ openChecks: ['legal'] })).toEqual(refused('LEGAL_CHECK_OPEN'));
    expect(fire({ openChecks: ['factCheck'] })).toEqual(refused('FACT_CHECK_OPEN'));
    expect(fire({ stage: 'spiked' })).toEqual(refused('STAGE_NOT_ALLOWED'));
    expect(fire({ openOrder: null })).toEqual(refused('NOTHING_SCHEDULED'));
  });

  it('refuses an edition whose approval no longer counts', () => {
    expect(fire({ approvedEdition: null })).toEqual(refused('NO_APPROVED_EDITION'));
    expect(fire({ publicationState: 'withdrawn', approvedEdition: 'e2' })).toEqual(
      refused('NEEDS_FRESH_APPROVAL'),
    );
    expect(fire({ publicationState: 'withdrawn', approvedEdition: 'e1' })).toEqual(
      accepted({ publicationState: 'live' }),
    );
  });

  it('changes a live text only with the kind of change given when it was scheduled', () => {
    const changing = { ...live, liveEdition: 'e0' };
    expect(fire(changing)).toEqual(refused('CHANGE_KIND_REQUIRED'));
    const openOrder = { ...publication, change: everyInput.change };
    expect(fire({ ...changing, openOrder })).toMatchObject({
      ok: true,
      changesLiveText: true,
    });
  });

  it('withdraws with the reason and notice given when it was scheduled', () => {
    const withdrawal = { ...publication, kind: 'withdraw' } as const;
    expect(fire({ ...live, openOrder: withdrawal })).toEqual(refused('REASON_REQUIRED'));
    const openOrder = { ...withdrawal, reason: 'Rights', notice: 'Withdrawn.' };
    expect(fire({ ...live, openOrder })).toEqual(
      accepted({ publicationState: 'withdrawn', liveEdition: null, approvedEdition: null }),
    );
    expect(fire({ openOrder })).toEqual(refused('PUBLICATION_STATE_NOT_ALLOWED'));
  });
});

describe('withdraw, spike and hold', () => {
  it('end the approval, so that a return needs a fresh one', () => {
    const gone = { ...live, stage: 'approved', approvedEdition: 'e1' } as const;
    expect(decide('withdraw', gone)).toEqual(
      accepted({ stage: 'draft', approvedEdition: null, liveEdition: null }),
    );
    expect(decide('publish', { publicationState: 'withdrawn' })).toEqual(
      refused('NEEDS_FRESH_APPROVAL'),
    );
    expect(decide('spike', { stage: 'approved', approvedEdition: 'e1' })).toEqual(
      accepted({ stage: 'spiked', approvedEdition: null }),
    );
  });

  it('hold and release only what can be held and released', () => {
    expect(decide('hold', {})).toEqual(accepted({ onHold: true }));
    expect(decide('hold', { onHold: true })).toEqual(refused('ALREADY_ON_HOLD'));
    expect(decide('release', { onHold: true })).toEqual(accepted({ onHold: false }));
    expect(decide('release', {})).toEqual(refused('NOT_ON_HOLD'));
  });

  it.each([
    ['withdraw', live, 'reason', 'REASON_REQUIRED'],
    ['withdraw', live, 'notice', 'NOTICE_REQUIRED'],
    ['spike', {}, 'reason', 'REASON_REQUIRED'],
    ['unspike', { stage: 'spiked' }, 'reason', 'REASON_REQUIRED'],
    ['hold', {}, 'reason', 'REASON_REQUIRED'],
    ['release', { onHold: true }, 'reason', 'REASON_REQUIRED'],
    ['override', {}, 'reason', 'REASON_REQUIRED'],
    ['requestChanges', {}, 'note', 'NOTE_REQUIRED'],
  ] as const)('%s refuses without its %3$s', (action, article, input, code) => {
    expect(decide(action, article, { [input]: '  ' })).toEqual(refused(code));
  });
});

import { describe, expect, it } from 'vitest';
import {
  ACTION_NAMES,
  actionTable,
  type ActionName,
} from '../../../src/domain/workflow/actionTable';
import { decideTransition } from '../../../src/domain/workflow/decideTransition';
import {
  PUBLICATION_STATES,
  type PublicationState,
} from '../../../src/domain/workflow/PublicationState';
import { ROLES, type ActorRole } from '../../../src/domain/rights/Role';
import { STAGES, type Stage } from '../../../src/domain/workflow/Stage';
import { actor, articleState, EARLIER, everyInput, NOW } from './articleStates';

/** Who may do what and from where, spelt out once more, apart from the table under test. */
const anywhere: Stage[] = ['draft', 'in_review', 'changes_requested', 'approved', 'spiked'];
const unspiked: Stage[] = ['draft', 'in_review', 'changes_requested', 'approved'];
const always: PublicationState[] = ['unpublished', 'live', 'withdrawn'];
const editors: ActorRole[] = ['editor', 'publisher', 'admin'];
const publishers: ActorRole[] = ['publisher', 'admin'];

const expected: Record<ActionName, [ActorRole[], Stage[], PublicationState[], string]> = {
  submit: [['writer', ...editors], ['draft', 'changes_requested'], always, 'in_review'],
  requestChanges: [editors, ['in_review'], always, 'changes_requested'],
  approve: [editors, ['in_review'], always, 'approved'],
  approveAndPublish: [publishers, ['in_review'], always, 'approved'],
  override: [['admin'], ['in_review'], always, 'approved'],
  publish: [publishers, unspiked, always, 'live'],
  rollBack: [publishers, unspiked, ['live'], 'live'],
  schedule: [publishers, unspiked, always, ''],
  reschedule: [publishers, unspiked, always, ''],
  replaceEdition: [publishers, unspiked, always, ''],
  unschedule: [publishers, anywhere, always, ''],
  fire: [['clock'], unspiked, always, 'live'],
  withdraw: [publishers, anywhere, ['live'], 'withdrawn'],
  spike: [editors, unspiked, ['unpublished', 'withdrawn'], 'spiked'],
  unspike: [editors, ['spiked'], always, 'draft'],
  hold: [editors, anywhere, always, ''],
  release: [editors, anywhere, always, ''],
};

const cases = ACTION_NAMES.flatMap((action) =>
  ([...ROLES, 'clock'] as ActorRole[]).flatMap((role) =>
    STAGES.map((stage) => ({ action, role, stage })),
  ),
);

describe('the actions', () => {
  it('has one row for every action', () => {
    expect(actionTable.map(({ name }) => name)).toEqual([...ACTION_NAMES]);
  });

  describe.each(cases)('$action by $role while $stage', ({ action, role, stage }) => {
    const [roles, stages, states, result] = expected[action];
    it.each(PUBLICATION_STATES)('and %s', (publicationState) => {
      const user = actor(role);
      const article = articleState({
        stage,
        publicationState,
        approvedEdition: 'e2',
        liveEdition: publicationState === 'live' ? 'e1' : null,
        ownedBy: [user.id],
        onHold: action === 'release',
        openOrder: {
          kind: 'publish',
          at: EARLIER,
          edition: action === 'replaceEdition' ? 'e1' : 'e2',
          change: everyInput.change,
        },
      });
      const decision = decideTransition({
        action,
        article,
        user,
        settings: { fourEyes: true },
        now: NOW,
        ...everyInput,
        ...(action === 'rollBack' && { edition: 'e0' }),
      });

      if (!roles.includes(role)) {
        expect(decision).toMatchObject({ ok: false, code: 'ROLE_NOT_ALLOWED' });
      } else if (!stages.includes(stage)) {
        expect(decision).toMatchObject({ ok: false, code: 'STAGE_NOT_ALLOWED' });
      } else if (!states.includes(publicationState)) {
        expect(decision).toMatchObject({ ok: false, code: 'PUBLICATION_STATE_NOT_ALLOWED' });
      } else {
        const isState = (PUBLICATION_STATES as readonly string[]).includes(result);
        const withdrawnStage = action === 'withdraw' && stage === 'approved' ? 'draft' : stage;
        expect(decision).toMatchObject({
          ok: true,
          to: {
            stage: result && !isState ? result : withdrawnStage,
            publicationState:
              action === 'approveAndPublish' ? 'live' : isState ? result : publicationState,
          },
        });
      }
    });
  });
});

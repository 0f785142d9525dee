import { always, anyStage, type ActionDefinition } from '../ActionDefinition';

/**
 * Cancels an open order. The others of its group stay and still go out together. `kind` says which order
 * is meant where there is one to publish and one to withdraw; without it the earliest.
 */
export const unschedule = {
  name: 'unschedule',
  from: anyStage,
  when: always,
  requires: 'openOrder',
  to: {},
  role: 'publisher',
  needs: [],
  takes: ['kind', 'reason'],
  changes: 'order',
  words: {
    en: {
      label: 'Cancel the schedule',
      verb: 'unschedule',
      will: 'Nothing goes out by itself any more. The approval stays.',
      done: 'The schedule is cancelled.',
      recorded: 'Cancelled the schedule',
    },
    de: {
      label: 'Planung aufheben',
      verb: 'den Plan absagen',
      will: 'Nichts geht mehr von selbst hinaus. Die Freigabe bleibt.',
      done: 'Die Planung ist aufgehoben.',
      recorded: 'Planung aufgehoben',
    },
  },
} as const satisfies ActionDefinition;

import { always, notSpiked, type ActionDefinition } from '../ActionDefinition';

/**
 * Moves an open order to another time; one that was blocked waits again. `kind` says which order is meant
 * where there is one to publish and one to withdraw; without it the earliest.
 */
export const reschedule = {
  name: 'reschedule',
  from: notSpiked,
  when: always,
  requires: 'openOrder',
  to: {},
  role: 'publisher',
  needs: ['at'],
  takes: ['kind'],
  changes: 'order',
  words: {
    en: {
      label: 'Move to another time',
      verb: 'reschedule',
      will: 'The scheduled edition goes out at the new time instead.',
      done: 'Moved to the new time.',
      recorded: 'Moved to another time',
    },
    de: {
      label: 'Auf eine andere Zeit legen',
      verb: 'verschieben',
      will: 'Die geplante Fassung geht stattdessen zur neuen Zeit hinaus.',
      done: 'Auf die neue Zeit gelegt.',
      recorded: 'Auf eine andere Zeit gelegt',
    },
  },
} as const satisfies ActionDefinition;

import { always, anyStage, type ActionDefinition } from '../ActionDefinition';

/** Carries out an order that is due. What changes is what the order says: publish or withdraw. */
export const fire = {
  name: 'fire',
  from: anyStage,
  when: always,
  requires: 'openOrder',
  to: {},
  role: 'clock',
  needs: [],
  takes: ['edition', 'change', 'reason', 'notice'],
  changes: 'article',
  words: {
    en: {
      label: 'Went out on time',
      verb: 'fire',
      will: 'The order is carried out.',
      done: 'Carried out.',
      recorded: 'Went out on time',
    },
    de: {
      label: 'Ging zur geplanten Zeit hinaus',
      verb: 'ausführen',
      will: 'Der Auftrag wird ausgeführt.',
      done: 'Ausgeführt.',
      recorded: 'Ging zur geplanten Zeit hinaus',
    },
  },
} as const satisfies ActionDefinition;

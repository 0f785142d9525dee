import { always, anyStage, type ActionDefinition } from '../ActionDefinition';

/** Ends a hold. */
export const release = {
  name: 'release',
  from: anyStage,
  when: always,
  requires: 'onHold',
  to: { onHold: false },
  role: 'editor',
  needs: ['reason'],
  takes: [],
  changes: 'article',
  tells: { whom: 'owners', does: { en: 'released', de: 'hat wieder freigegeben:' } },
  words: {
    en: {
      label: 'Release',
      verb: 'release',
      will: 'The hold ends. What is approved can go out again.',
      done: 'Released.',
      recorded: 'Released',
    },
    de: {
      label: 'Entsperren',
      verb: 'entsperren',
      will: 'Die Sperre endet. Was freigegeben ist, kann wieder hinausgehen.',
      done: 'Entsperrt.',
      recorded: 'Entsperrt',
    },
  },
} as const satisfies ActionDefinition;

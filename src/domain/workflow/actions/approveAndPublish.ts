import { always, type ActionDefinition } from '../ActionDefinition';

/** Approves what was read and shows it to readers, in one step for who may do both. */
export const approveAndPublish = {
  name: 'approveAndPublish',
  from: ['in_review'],
  when: always,
  to: { stage: 'approved', publicationState: 'live', approval: 'freeze' },
  role: 'publisher',
  needs: ['contentHash'],
  takes: [],
  step: 'approve',
  fourEyes: true,
  publishes: 'now',
  composedOf: ['approve', 'publish'],
  changes: 'article',
  panel: { isAlwaysAsked: true },
  words: {
    en: {
      label: 'Approve and publish',
      verb: 'approve and publish',
      will: 'Exactly what is below is frozen as an edition; readers see it at once, and nothing else.',
      done: 'Approved and published. Readers see it now.',
      recorded: 'Approved and published',
    },
    de: {
      label: 'Freigeben und veröffentlichen',
      verb: 'freigeben und veröffentlichen',
      will: 'Genau das Folgende wird als Fassung eingefroren; Leser sehen es sofort, und nichts anderes.',
      done: 'Freigegeben und veröffentlicht. Leser sehen es jetzt.',
      recorded: 'Freigegeben und veröffentlicht',
    },
  },
} as const satisfies ActionDefinition;

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
      will: 'Exactly the text below is frozen as an edition, and readers see it at once.',
      done: 'Approved and published. Readers see it now.',
      recorded: 'Approved and published',
    },
    de: {
      label: 'Freigeben und veröffentlichen',
      verb: 'freigeben und veröffentlichen',
      will: 'Genau der Text unten wird als Fassung eingefroren, und Leser sehen ihn sofort.',
      done: 'Freigegeben und veröffentlicht. Leser sehen es jetzt.',
      recorded: 'Freigegeben und veröffentlicht',
    },
  },
} as const satisfies ActionDefinition;

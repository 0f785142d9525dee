import { always, notSpiked, type ActionDefinition } from '../ActionDefinition';

/**
 * Shows the approved edition to readers. Where another text is live, `change` says what kind of change
 * this is: a correction, clarification or update with a public note, or a minor one with a reason.
 */
export const publish = {
  name: 'publish',
  from: notSpiked,
  when: always,
  requires: 'newEdition',
  to: { publicationState: 'live' },
  role: 'publisher',
  needs: [],
  takes: ['edition', 'change'],
  step: 'publish',
  publishes: 'now',
  changes: 'article',
  tells: { whom: 'owners', does: { en: 'published', de: 'hat veröffentlicht:' } },
  panel: {
    next: {
      in: ['approved'],
      waits: {
        en: 'It waits for a publisher to publish or schedule it.',
        de: 'Er wartet darauf, veröffentlicht oder geplant zu werden.',
      },
    },
    leadsOn: true,
    // What readers have seen cannot be taken back: never at one click.
    isAlwaysAsked: true,
  },
  words: {
    en: {
      label: 'Publish',
      verb: 'publish',
      will: 'Readers see the approved edition at once.',
      done: 'Published. Readers see it now.',
      recorded: 'Published',
    },
    de: {
      label: 'Veröffentlichen',
      verb: 'veröffentlichen',
      will: 'Leser sehen die freigegebene Fassung sofort.',
      done: 'Veröffentlicht. Leser sehen es jetzt.',
      recorded: 'Veröffentlicht',
    },
  },
} as const satisfies ActionDefinition;

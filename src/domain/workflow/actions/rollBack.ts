import { notSpiked, type ActionDefinition } from '../ActionDefinition';

/** Shows an earlier edition of a live article again; the working copy stays as it is. */
export const rollBack = {
  name: 'rollBack',
  from: notSpiked,
  when: ['live'],
  to: { publicationState: 'live' },
  role: 'publisher',
  needs: ['edition'],
  takes: ['change'],
  step: 'publish',
  publishes: 'now',
  changes: 'article',
  tells: {
    whom: 'owners',
    does: { en: 'went back to an earlier edition of', de: 'zeigt wieder eine frühere Fassung von' },
  },
  panel: {
    // Chosen from the history, where the edition is.
    isInHistory: true,
  },
  words: {
    en: {
      label: 'Show readers this edition',
      verb: 'roll back',
      will: 'Readers see this earlier edition at once. The working copy stays as it is.',
      done: 'Readers see the earlier edition now.',
      recorded: 'Went back to an earlier edition',
    },
    de: {
      label: 'Lesern diese Fassung zeigen',
      verb: 'eine frühere Fassung zeigen',
      will: 'Leser sehen sofort diese frühere Fassung. Die Arbeitsfassung bleibt, wie sie ist.',
      done: 'Leser sehen jetzt die frühere Fassung.',
      recorded: 'Frühere Fassung wieder gezeigt',
    },
  },
} as const satisfies ActionDefinition;

import { always, type ActionDefinition } from '../ActionDefinition';

/** Takes a spiked article up again, as a draft. */
export const unspike = {
  name: 'unspike',
  from: ['spiked'],
  when: always,
  to: { stage: 'draft' },
  role: 'editor',
  needs: ['reason'],
  takes: [],
  changes: 'article',
  panel: {
    next: {
      in: ['spiked'],
      waits: {
        en: 'Only an editor can take it up again.',
        de: 'Nur die Redaktion kann ihn wieder aufnehmen.',
      },
    },
  },
  words: {
    en: {
      label: 'Take up again',
      verb: 'unspike',
      will: 'The article becomes a draft again.',
      done: 'Taken up again, as a draft.',
      recorded: 'Taken up again',
    },
    de: {
      label: 'Wieder aufnehmen',
      verb: 'wieder aufnehmen',
      will: 'Der Artikel wird wieder zum Entwurf.',
      done: 'Wieder aufgenommen, als Entwurf.',
      recorded: 'Wieder aufgenommen',
    },
  },
} as const satisfies ActionDefinition;

import { always, anyStage, type ActionDefinition } from '../ActionDefinition';

/** Keeps an article from readers until it is released: nothing of it goes out, scheduled or not. */
export const hold = {
  name: 'hold',
  from: anyStage,
  when: always,
  requires: 'notOnHold',
  to: { onHold: true },
  role: 'editor',
  needs: ['reason'],
  takes: [],
  changes: 'article',
  tells: { whom: 'owners', does: { en: 'put on hold', de: 'hat gesperrt:' } },
  words: {
    en: {
      label: 'Hold',
      verb: 'hold',
      will: 'Nothing of this article goes out, scheduled or not, until it is released.',
      done: 'On hold.',
      recorded: 'Put on hold',
    },
    de: {
      label: 'Sperren',
      verb: 'sperren',
      will: 'Nichts von diesem Artikel geht hinaus, geplant oder nicht, bis er entsperrt wird.',
      done: 'Gesperrt.',
      recorded: 'Gesperrt',
    },
  },
} as const satisfies ActionDefinition;

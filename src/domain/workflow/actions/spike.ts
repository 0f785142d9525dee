import { notLive, notSpiked, type ActionDefinition } from '../ActionDefinition';

/** Gives up an article that is not live; nothing is deleted. */
export const spike = {
  name: 'spike',
  from: notSpiked,
  when: notLive,
  to: { stage: 'spiked', approval: 'clear' },
  role: 'editor',
  needs: ['reason'],
  takes: [],
  changes: 'article',
  tells: { whom: 'owners', does: { en: 'spiked', de: 'hat gekippt:' } },
  words: {
    en: {
      label: 'Spike',
      verb: 'spike',
      will: 'The article is given up. Nothing is deleted, and it can be taken up again.',
      done: 'Spiked.',
      recorded: 'Spiked',
    },
    de: {
      label: 'Kippen',
      verb: 'kippen',
      will: 'Der Artikel wird aufgegeben. Nichts wird gelöscht, er kann wieder aufgenommen werden.',
      done: 'Gekippt.',
      recorded: 'Gekippt',
    },
  },
} as const satisfies ActionDefinition;

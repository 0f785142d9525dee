import { anyStage, type ActionDefinition } from '../ActionDefinition';

/** Takes a live article away from readers, who find the notice in its place (HTTP 410). */
export const withdraw = {
  name: 'withdraw',
  from: anyStage,
  when: ['live'],
  to: { publicationState: 'withdrawn', approval: 'clear' },
  role: 'publisher',
  needs: ['reason', 'notice'],
  takes: [],
  changes: 'article',
  tells: { whom: 'owners', does: { en: 'withdrew', de: 'hat zurückgezogen:' } },
  words: {
    en: {
      label: 'Withdraw',
      verb: 'withdraw',
      will: 'Readers find your notice in place of the article. To show it again takes a new approval.',
      done: 'Withdrawn. Readers find your notice.',
      recorded: 'Withdrawn',
    },
    de: {
      label: 'Zurückziehen',
      verb: 'zurückziehen',
      will: 'Leser finden Ihren Hinweis anstelle des Artikels. Ihn wieder zu zeigen braucht eine neue Freigabe.',
      done: 'Zurückgezogen. Leser finden Ihren Hinweis.',
      recorded: 'Zurückgezogen',
    },
  },
} as const satisfies ActionDefinition;

import { always, notSpiked, type ActionDefinition } from '../ActionDefinition';

/**
 * Orders that the approved edition of now is published at a time, or that the article is withdrawn then.
 * The edition is pinned: later edits and approvals do not change what goes out.
 */
export const schedule = {
  name: 'schedule',
  from: notSpiked,
  when: always,
  requires: 'approvedEdition',
  to: {},
  role: 'publisher',
  needs: ['at'],
  takes: ['kind', 'edition', 'change', 'reason', 'notice'],
  publishes: 'later',
  changes: 'order',
  panel: { leadsOn: true },
  words: {
    en: {
      label: 'Schedule',
      verb: 'schedule',
      will: 'The approved edition goes out by itself at that time, unchanged.',
      done: 'Scheduled.',
      recorded: 'Scheduled',
    },
    de: {
      label: 'Planen',
      verb: 'planen',
      will: 'Die freigegebene Fassung geht zu dieser Zeit von selbst hinaus, unverändert.',
      done: 'Geplant.',
      recorded: 'Geplant',
    },
  },
} as const satisfies ActionDefinition;

import { always, notSpiked, type ActionDefinition } from '../ActionDefinition';

/**
 * Lets the open order to publish send out the edition that is approved now instead of the one it pinned;
 * its time stays. What kind of change it is stays too, unless `change` says otherwise.
 */
export const replaceEdition = {
  name: 'replaceEdition',
  from: notSpiked,
  when: always,
  requires: 'otherEdition',
  to: {},
  role: 'publisher',
  needs: [],
  takes: ['edition', 'change'],
  publishes: 'later',
  changes: 'order',
  panel: { isAlwaysAsked: true },
  words: {
    en: {
      label: 'Schedule the newly approved edition',
      verb: 'replace the scheduled edition',
      will: 'The edition approved last goes out at the planned time instead of the one before it.',
      done: 'The newly approved edition is scheduled.',
      recorded: 'Scheduled another edition',
    },
    de: {
      label: 'Neu freigegebene Fassung planen',
      verb: 'die geplante Fassung ersetzen',
      will: 'Statt der früheren geht die zuletzt freigegebene Fassung zur geplanten Zeit hinaus.',
      done: 'Die neu freigegebene Fassung ist geplant.',
      recorded: 'Andere Fassung geplant',
    },
  },
} as const satisfies ActionDefinition;

import { always, type ActionDefinition } from '../ActionDefinition';

/**
 * Approves although checks are open or the approver is barred, by an admin and for a reason that the history
 * keeps. What is missing in the text still stops it.
 */
export const override = {
  name: 'override',
  from: ['in_review'],
  when: always,
  to: { stage: 'approved', approval: 'freeze' },
  role: 'admin',
  needs: ['reason', 'contentHash'],
  takes: [],
  step: 'submit',
  changes: 'article',
  tells: {
    whom: 'owners',
    does: {
      en: 'approved, overriding the checks of,',
      de: 'hat trotz offener Prüfungen freigegeben:',
    },
  },
  words: {
    en: {
      label: 'Approve, overriding checks',
      verb: 'override',
      will: 'The text below is frozen although checks are open. The history keeps your reason.',
      done: 'Approved by override. The history keeps your reason.',
      recorded: 'Approved, overriding checks',
    },
    de: {
      label: 'Freigeben trotz offener Prüfungen',
      verb: 'trotz offener Prüfungen freigeben',
      will: 'Der Text unten wird eingefroren, obwohl Prüfungen offen sind. Der Verlauf behält Ihren Grund.',
      done: 'Trotz offener Prüfungen freigegeben. Der Verlauf behält Ihren Grund.',
      recorded: 'Trotz offener Prüfungen freigegeben',
    },
  },
} as const satisfies ActionDefinition;

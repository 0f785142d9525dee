import { always, type ActionDefinition } from '../ActionDefinition';

/** Sends the working copy to review. */
export const submit = {
  name: 'submit',
  from: ['draft', 'changes_requested'],
  when: always,
  to: { stage: 'in_review' },
  role: 'writer',
  needs: [],
  // What changes in a text that readers have seen is said by who changed it.
  takes: ['change'],
  step: 'submit',
  changes: 'article',
  remembers: 'submittedBy',
  tells: { whom: 'editors', does: { en: 'submitted', de: 'hat eingereicht:' } },
  panel: {
    next: {
      in: ['draft', 'changes_requested'],
      waits: { en: 'Its writer is still at work on it.', de: 'Daran wird noch geschrieben.' },
    },
    leadsOn: true,
  },
  words: {
    en: {
      label: 'Submit for review',
      verb: 'submit',
      will: 'The editors are told that the article is ready to be read.',
      done: 'Submitted. The editors have been told.',
      recorded: 'Submitted for review',
    },
    de: {
      label: 'Einreichen',
      verb: 'einreichen',
      will: 'Die Redaktion erfährt, dass der Artikel gelesen werden kann.',
      done: 'Eingereicht. Die Redaktion weiß es.',
      recorded: 'Eingereicht',
    },
  },
} as const satisfies ActionDefinition;

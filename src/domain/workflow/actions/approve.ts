import { always, type ActionDefinition } from '../ActionDefinition';

/** Approves the text whose `canonicalHash` the approver read, and freezes exactly it as an edition. */
export const approve = {
  name: 'approve',
  from: ['in_review'],
  when: always,
  to: { stage: 'approved', approval: 'freeze' },
  role: 'editor',
  needs: ['contentHash'],
  takes: [],
  step: 'approve',
  fourEyes: true,
  changes: 'article',
  tells: { whom: 'owners', does: { en: 'approved', de: 'hat freigegeben:' } },
  panel: {
    next: {
      in: ['in_review'],
      waits: {
        en: 'It waits for an editor to read and approve it.',
        de: 'Er wartet darauf, dass die Redaktion ihn liest und freigibt.',
      },
    },
    leadsOn: true,
  },
  words: {
    en: {
      label: 'Approve',
      verb: 'approve',
      will: 'Exactly what is below is frozen as an edition, and readers get nothing else.',
      done: 'Approved and frozen as an edition.',
      recorded: 'Approved',
    },
    de: {
      label: 'Freigeben',
      verb: 'freigeben',
      will: 'Genau das Folgende wird als Fassung eingefroren, und nichts anderes bekommen Leser.',
      done: 'Freigegeben und als Fassung eingefroren.',
      recorded: 'Freigegeben',
    },
  },
} as const satisfies ActionDefinition;

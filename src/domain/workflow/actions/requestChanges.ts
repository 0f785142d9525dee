import { always, type ActionDefinition } from '../ActionDefinition';

/** Sends an article in review back to its writer, with a note on what to change. */
export const requestChanges = {
  name: 'requestChanges',
  from: ['in_review'],
  when: always,
  to: { stage: 'changes_requested' },
  role: 'editor',
  needs: ['note'],
  takes: [],
  changes: 'article',
  tells: { whom: 'owners', does: { en: 'asked for changes to', de: 'verlangt Änderungen an' } },
  panel: {
    next: {
      in: ['in_review'],
      waits: {
        en: 'It waits for an editor to read and approve it.',
        de: 'Er wartet darauf, dass die Redaktion ihn liest und freigibt.',
      },
    },
  },
  words: {
    en: {
      label: 'Request changes',
      verb: 'request changes',
      will: 'The article goes back to its writer with your note.',
      done: 'Sent back with your note.',
      recorded: 'Changes requested',
    },
    de: {
      label: 'Änderungen verlangen',
      verb: 'Änderungen verlangen',
      will: 'Der Artikel geht mit Ihrer Notiz zurück.',
      done: 'Mit Ihrer Notiz zurückgegeben.',
      recorded: 'Änderungen verlangt',
    },
  },
} as const satisfies ActionDefinition;

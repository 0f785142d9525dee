import type { ActionName } from './actionTable';

/** What the history records besides actions on an article; each has its words in the panel. */
export type OtherRecord =
  | 'block'
  | 'embargo'
  | 'factCheck'
  | 'legalCheck'
  | 'dismissQuotation'
  | 'edit'
  | 'endRights'
  | 'hideRecord'
  | 'moveRights'
  | 'overrideFinding'
  | 'releaseFace'
  | 'restoreQuotation'
  | 'settings'
  | 'showRecord'
  | 'verdict'
  | 'vouch';

/** The names that audit entries have. */
export type AuditName = ActionName | OtherRecord;

import { carryEditions } from './carryEditions';
import { deriveContributors } from './deriveContributors';
import { giveRecordsFaces } from './giveRecordsFaces';
import { keepQuoteRules } from './keepQuoteRules';
import type { Migration } from './Migration';
import { sealVerdicts } from './sealVerdicts';

/** In the order in which they run. A new one is added at the end. */
export const migrations: readonly Migration[] = [
  carryEditions,
  deriveContributors,
  giveRecordsFaces,
  sealVerdicts,
  keepQuoteRules,
];

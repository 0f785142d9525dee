import type { GlobalAfterChangeHook } from 'payload';

import { recordAudit } from '../../actions/record/recordAudit';
import { QUOTE_RULES } from '../../domain/quotations/quoteRules';
import { settingsInForce } from '../../domain/workflow/settingsInForce';
import type { Setting } from '../../payload-types';

/** A changed rule of the newsroom is part of the record, as what was done under it is. */
export const auditSettings: GlobalAfterChangeHook = async ({ doc, previousDoc, req }) => {
  const before = rules(previousDoc as Partial<Setting>);
  const after = rules(doc as Partial<Setting>);
  const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
  if (changed.length > 0) {
    const inWords = (of: Record<string, string>) =>
      changed.map((name) => `${name}: ${of[name] ?? ''}`).join(', ');
    await recordAudit(
      {
        action: 'settings',
        articleId: null,
        from: inWords(before),
        to: inWords(after),
        at: new Date(),
      },
      req,
    );
  }
  return doc as unknown;
};

/** The rules in force, defaults included: a newsroom that never saved them works by these. */
function rules(stored: Partial<Setting>): Record<string, string> {
  const { fourEyes, lateLimitMinutes, timeZone, quoteRules, vouchingShown } =
    settingsInForce(stored);
  return {
    ...Object.fromEntries(QUOTE_RULES.map((rule) => [`quotes ${rule}`, quoteRules[rule]])),
    'four eyes': fourEyes ? 'on' : 'off',
    'late limit': `${lateLimitMinutes} minutes`,
    'time zone': timeZone,
    'vouching shown': vouchingShown,
  };
}

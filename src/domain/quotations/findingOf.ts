import { canonicalHash } from '../edition/canonicalHash';
import type { TextPart } from '../edition/diffText';
import { stopsApproval, stopsSubmit, warns, type PublishIssue } from '../workflow/PublishIssue';
import type { QuoteFinding, QuoteOverride } from './QuoteFinding';
import type { QuoteRule, QuoteRules } from './quoteRules';

const CODES: Record<QuoteRule, string> = {
  unattributed: 'QUOTE_UNATTRIBUTED',
  unrecorded: 'QUOTE_UNRECORDED',
  altered: 'QUOTE_ALTERED',
  missing: 'QUOTE_MISSING',
  shortened: 'QUOTE_SHORTENED',
  turned: 'QUOTE_TURNED',
  joined: 'QUOTE_JOINED',
  misattributed: 'QUOTE_MISATTRIBUTED',
  conflicting: 'QUOTE_CONFLICT',
  disputed: 'QUOTE_DISPUTED',
  unanswered: 'QUOTE_UNANSWERED',
  unverified: 'QUOTE_UNVERIFIED',
  roleNotInForce: 'QUOTE_ROLE_NOT_IN_FORCE',
};

/** What the writer can put right stops the submission; what others judge stops the approval. */
const FOR_THE_WRITER: readonly QuoteRule[] = [
  'unattributed',
  'unrecorded',
  'altered',
  'missing',
  'shortened',
];

/** Enough of SHA-256 to tell any two findings of a newsroom apart. */
const KEY_LENGTH = 24;

/** What was found, before the newsroom's rules say how much it weighs. */
export interface FoundFault {
  rule: QuoteRule;
  field: string;
  subject?: PublishIssue['subject'];
  /** The section whose text shows it, null for a field. */
  section: string | null;
  quote: string | null;
  /** Everything that an override of it would be about. */
  about: Record<string, string | null>;
  words: string;
  message: string;
  difference?: TextPart[];
  sentence?: QuoteFinding['sentence'];
}

/** Weighs a fault by the newsroom's rules and by what an editor decided; null where it is off. */
export function findingOf(
  { rule, about, difference, sentence, ...fault }: FoundFault,
  { rules, overrides }: { rules: QuoteRules; overrides: readonly QuoteOverride[] },
): QuoteFinding | null {
  const level = rules[rule];
  if (level === 'off') return null;
  const key = canonicalHash({ rule, ...about }).slice(0, KEY_LENGTH);
  const override = overrides.find((decision) => decision.key === key) ?? null;
  const stops = FOR_THE_WRITER.includes(rule) ? stopsSubmit : stopsApproval;
  return {
    ...(level === 'block' && !override ? stops : warns),
    ...fault,
    message: override
      ? `${fault.message} Overridden by ${override.byName}: “${override.reason}”.`
      : fault.message,
    code: CODES[rule],
    rule,
    key,
    difference: difference ?? null,
    sentence: sentence ?? null,
    override,
  };
}

/** What the newsroom can be told about a quotation, and whether it stops an article. */
export const QUOTE_RULES = [
  'unattributed',
  'unrecorded',
  'altered',
  'missing',
  'shortened',
  'turned',
  'joined',
  'misattributed',
  'conflicting',
  'disputed',
  'unanswered',
  'unverified',
  'roleNotInForce',
] as const;
export type QuoteRule = (typeof QUOTE_RULES)[number];

export const RULE_LEVELS = ['off', 'warn', 'block'] as const;
export type RuleLevel = (typeof RULE_LEVELS)[number];

export type QuoteRules = Record<QuoteRule, RuleLevel>;

/** Wrong words, wrong sense, a wrong speaker, a dispute, and words that nobody answers for. */
const BLOCKING: readonly QuoteRule[] = [
  'unattributed',
  'unrecorded',
  'altered',
  'missing',
  'turned',
  'joined',
  'misattributed',
  'disputed',
  'unanswered',
];

/** The rules in force: those that the newsroom set, else the default of each. */
export function quoteRules(
  set: Partial<Record<QuoteRule, RuleLevel | null>> | null | undefined,
): QuoteRules {
  return Object.fromEntries(
    QUOTE_RULES.map((rule) => [rule, set?.[rule] ?? defaultLevel(rule)]),
  ) as QuoteRules;
}

/** All rules at one level. */
export function everyRule(level: RuleLevel): QuoteRules {
  return Object.fromEntries(QUOTE_RULES.map((rule) => [rule, level])) as QuoteRules;
}

export function defaultLevel(rule: QuoteRule): RuleLevel {
  // Who vouches for words answers for them: that a fact-checker has to as well is for the newsroom to say.
  if (rule === 'unverified') return 'off';
  return BLOCKING.includes(rule) ? 'block' : 'warn';
}

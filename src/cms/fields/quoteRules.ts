import type { GroupField } from 'payload';

import {
  defaultLevel,
  QUOTE_RULES,
  RULE_LEVELS,
  type QuoteRule,
} from '../../domain/quotations/quoteRules';

const WORDS: Record<QuoteRule, [label: string, description: string]> = {
  unattributed: ['Nobody named', 'No quote records the words, and the text names no speaker.'],
  unrecorded: ['Not recorded', 'No quote records the words that the text gives to somebody.'],
  altered: ['Altered', 'Other words in the text than the quote records.'],
  missing: ['Missing', 'A quote of a section whose text does not have its words.'],
  shortened: ['Shortened', 'A part of what was said, without … for the rest.'],
  turned: [
    'Turned round',
    'A negation or a condition left out or put in, a question made a statement, words struck through.',
  ],
  joined: ['Joined', 'Words of several quotes in one pair of marks.'],
  misattributed: ['Misattributed', 'The text clearly gives the words to somebody else.'],
  conflicting: ['Conflicting', 'The same words are recorded elsewhere under another speaker.'],
  disputed: ['Disputed', 'A fact-checker disputes the quote.'],
  unanswered: [
    'Nobody answers for it',
    'Neither has a fact-checker verified the quote nor does somebody vouch for it.',
  ],
  unverified: [
    'Vouched for only',
    'Somebody vouches for the quote, and no fact-checker verified it.',
  ],
  roleNotInForce: ['Role of another time', 'The speaker did not hold the role on that day.'],
};

/** What the newsroom demands of quotations before an article can go on. */
export const quoteRules: GroupField = {
  name: 'quoteRules',
  type: 'group',
  label: 'Quotations',
  admin: {
    description:
      'What is found about the quotations of an article warns, or blocks its submission or approval. An editor may override one finding with a reason. A quote without any speaker always blocks.',
  },
  fields: QUOTE_RULES.map((rule) => ({
    name: rule,
    type: 'select',
    label: WORDS[rule][0],
    defaultValue: defaultLevel(rule),
    options: RULE_LEVELS.map((value) => ({
      label: { off: 'Off', warn: 'Warn', block: 'Block' }[value],
      value,
    })),
    admin: { description: WORDS[rule][1], isClearable: false },
  })),
};

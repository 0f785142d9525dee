import type { TextPart } from '../edition/diffText';
import type { PublishIssue } from '../workflow/PublishIssue';
import type { QuoteRule } from './quoteRules';

/** An editor's decision that one finding does not stand in the way. It is about these words only. */
export interface QuoteOverride {
  /** The key of the finding. */
  key: string;
  reason: string;
  byName: string;
  /** ISO 8601 UTC. */
  at: string;
}

/** What checking a quotation found: a publish issue that an editor may override. */
export interface QuoteFinding extends PublishIssue {
  rule: QuoteRule;
  /** Names what was found, words included: other words, another key. */
  key: string;
  /** The section whose text shows it, and the Quote that it is about; null where there is none. */
  section: string | null;
  quote: string | null;
  /** The words in question, as the text has them or else the record. */
  words: string;
  /** From the text (removed) to the record (added), where the two differ. */
  difference: TextPart[] | null;
  /** For words that may not mean what was said: those shown, and the whole sentence of the record. */
  sentence: { shown: string; whole: string } | null;
  override: QuoteOverride | null;
}

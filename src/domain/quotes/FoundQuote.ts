import type { TextSpan } from './TextSpan';

/** A quotation in a text. Every offset counts UTF-16 code units, the end is exclusive. */
export interface FoundQuote {
  /** The words without the marks. */
  start: number;
  end: number;
  /** The words with their marks; an end without a closing mark has none. */
  outerStart: number;
  outerEnd: number;
  text: string;
  /** Direct: stands as a sentence of its own. Partial: a part of the writer's sentence. */
  kind: 'direct' | 'partial';
  nature: QuoteNature;
  /** 0 to 1: how sure it is that these words were spoken or written by somebody. */
  confidence: number;
  /** No closing mark: the same speech goes on in the next quotation, one paragraph down. */
  isContinued: boolean;
  /** Where a label outside of the sentence names the speaker: "ADA QUILL: I stay." Else null. */
  speakerAt: TextSpan | null;
  /** Quotations inside of this one. */
  nested: FoundQuote[];
}

/** What words in marks are: somebody's speech, words kept at a distance, a title, or a term. */
export type QuoteNature = 'speech' | 'scare' | 'title' | 'term';

/**
 * English and German are read by grammars of their own, French and Spanish by English rules with
 * verbs of their own; of the others only the commonest verbs are known.
 */
export type QuoteLanguage = 'en' | 'fr' | 'de' | 'es' | 'it' | 'pt' | 'nl' | 'pl' | 'sv' | 'fi';

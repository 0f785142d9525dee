import type { ListedQuotation } from './ListedQuotation';
import type { Passage } from './passageAround';

/** One quote of an article in review, with everything that it takes to verify or dispute it. */
export interface QuoteToVerify {
  article: { id: string; headline: string };
  section: { id: string; name: string };
  quotation: ListedQuotation;
  /** Its paragraph in the article; null where the text does not have the words. */
  passage: Passage | null;
  occasion: { name: string | null; date: string | null; place: string | null };
  evidence: {
    url: string | null;
    timecode: string | null;
    passage: string | null;
    file: { url: string; name: string; mimeType: string } | null;
  };
  verification: { note: string | null; byName: string | null; at: string | null };
  revision: number;
  /** The other articles that use the quote. */
  alsoIn: { id: string; headline: string }[];
  /** Live articles whose readers see other words than the record has now. */
  olderWordings: { id: string; headline: string; edition: number; words: string }[];
}

import type { EditionContent } from '../../domain/edition/EditionContent';
import type { CorrectionResponse } from '../schemas/contentSchemas';

/** A live article as it is read for readers. */
export interface LiveArticle {
  id: string;
  content: EditionContent;
  edition: LiveEdition;
  /** When its readers last got something else; ISO 8601 UTC. */
  changedAt: string;
  corrections: CorrectionResponse[];
  /** Those of the edition's related articles that are live now. */
  related: { id: string; slug: string; headline: string | null }[];
}

export interface LiveEdition {
  number: number;
  hash: string;
  /** ISO 8601 UTC. */
  firstPublishedAt: string;
  publishedAt: string;
}

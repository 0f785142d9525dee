import type { EditionContent } from '../../domain/edition/EditionContent';
import type { ArticleResponse } from '../schemas/contentSchemas';
import type { Site } from '../Site';
import { presentArticle } from './presentArticle';

/** What is not published, in the shape of what is: no edition, and no history that readers saw. */
export function presentPreview({
  content,
  at,
  site,
  now,
}: {
  content: EditionContent;
  /** When the text was as it is shown. */
  at: Date;
  site: Site;
  now: Date;
}): ArticleResponse {
  const instant = at.toISOString();
  return presentArticle({
    article: {
      id: content.id,
      content,
      edition: { number: 0, hash: '', firstPublishedAt: instant, publishedAt: instant },
      corrections: [],
      related: [],
    },
    site,
    now,
  });
}

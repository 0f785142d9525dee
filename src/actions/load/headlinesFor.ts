import type { PayloadRequest } from 'payload';

import type { EditionContent } from '../../domain/edition/EditionContent';
import { bodyBlocks } from '../../domain/richText/bodyBlocks';
import { findByIds } from './findByIds';

/** The newest headlines of the articles that these editions relate or link to, by id. */
export async function headlinesFor(
  contents: readonly EditionContent[],
  req: PayloadRequest,
): Promise<Record<string, string>> {
  const ids = contents.flatMap(({ relatedArticles, sections }) => [
    ...relatedArticles,
    ...sections.flatMap(({ body }) => linkedArticles(body)),
  ]);
  const articles = await findByIds({ collection: 'articles', ids, draft: true, req });
  return Object.fromEntries(articles.map(({ id, headline }) => [id, headline]));
}

function linkedArticles(body: EditionContent['sections'][number]['body']): string[] {
  return bodyBlocks(body).flatMap((block) =>
    ('runs' in block ? block.runs : []).flatMap(({ link }) =>
      link?.to === 'article' ? link.target : [],
    ),
  );
}

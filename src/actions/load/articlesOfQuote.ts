import type { PayloadRequest } from 'payload';

import { idOf } from '../../domain/edition/WorkingCopy';
import type { Article, Edition } from '../../payload-types';
import { findByIds } from './findByIds';

/** The articles whose working copy has a quotation. */
export async function articlesOfQuote(quoteId: string, req: PayloadRequest): Promise<string[]> {
  return articlesOfSections({ quoteId, isPublished: false, req });
}

/** The live articles whose edition shows a quotation to readers, with the edition's own words. */
export async function liveUsesOfQuote(quoteId: string, req: PayloadRequest): Promise<LiveUse[]> {
  const ids = await articlesOfSections({ quoteId, isPublished: true, req });
  const articles = (await findByIds({ collection: 'articles', ids, draft: true, req })).filter(
    ({ workflow }) => workflow?.publicationState === 'live',
  );
  const editions = await findByIds({
    collection: 'editions',
    ids: articles.map(({ workflow }) => idOf(workflow?.liveEdition)),
    req,
  });
  return articles
    .flatMap((article): LiveUse[] => {
      const edition = editions.find(({ id }) => id === idOf(article.workflow?.liveEdition));
      const frozen = quotesIn(edition).find(({ id }) => id === quoteId);
      return edition && frozen ? [{ article, edition, frozen }] : [];
    })
    .sort((a, b) => publishedAt(b).localeCompare(publishedAt(a)));
}

export interface LiveUse {
  article: Article;
  edition: Edition;
  /** The Quote as the edition froze it. */
  frozen: FrozenQuote;
}

interface FrozenQuote {
  id: string;
  text?: string | null;
  verification?: { status?: string | null } | null;
}

function quotesIn(edition: Edition | undefined): FrozenQuote[] {
  const { quotes = [] } = (edition?.documents ?? {}) as { quotes?: FrozenQuote[] };
  return quotes;
}

function publishedAt({ article }: LiveUse): string {
  return article.workflow?.publishedAt ?? '';
}

async function articlesOfSections({
  quoteId,
  isPublished,
  req,
}: {
  quoteId: string;
  isPublished: boolean;
  req: PayloadRequest;
}): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection: 'sections',
    where: {
      and: [
        { quotes: { in: [quoteId] } },
        ...(isPublished ? [{ _status: { equals: 'published' } }] : []),
      ],
    },
    draft: !isPublished,
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  });
  return [...new Set(docs.flatMap(({ article }) => idOf(article) ?? []))];
}

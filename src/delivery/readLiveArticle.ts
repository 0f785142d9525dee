import type { Payload } from 'payload';

import type { EditionContent } from '../domain/edition/EditionContent';

type Connection = Payload['db']['connection'];

export type LiveArticle =
  | { state: 'live'; content: EditionContent; edition: LiveEdition }
  | { state: 'moved'; slug: string }
  | { state: 'withdrawn'; notice: string | null };

export interface LiveEdition {
  number: number;
  hash: string;
  /** ISO 8601 UTC. */
  firstPublishedAt: string;
  publishedAt: string;
}

interface StoredArticle {
  _status: string;
  slug: string;
  workflow?: {
    publicationState?: string;
    liveEdition?: unknown;
    firstPublishedAt?: Date;
    publishedAt?: Date;
    withdrawalNotice?: string;
  };
}

/**
 * What the public address of a slug shows: the live edition, where an old slug leads now, or the
 * notice of a withdrawn article; null for everything else. Reads the stored (published) document and
 * its edition, never a draft, and writes nothing.
 */
export async function readLiveArticle(
  connection: Connection,
  slug: string,
): Promise<LiveArticle | null> {
  const owner = await connection
    .collection('slugs')
    .findOne<{ article: never; wasPublished?: boolean }>({ slug });
  if (!owner?.wasPublished) return null;
  const article = await connection
    .collection('articles')
    .findOne<StoredArticle>({ _id: owner.article });
  if (article?.workflow?.publicationState === 'withdrawn') {
    return { state: 'withdrawn', notice: article.workflow.withdrawalNotice ?? null };
  }
  if (article?._status !== 'published' || !article.workflow?.liveEdition) return null;
  if (article.slug !== slug) return { state: 'moved', slug: article.slug };

  const edition = await connection
    .collection('editions')
    .findOne<{ content: EditionContent; number: number; hash: string; frozenAt: Date }>({
      _id: article.workflow.liveEdition as never,
    });
  if (!edition) return null;
  const publishedAt = article.workflow.publishedAt ?? edition.frozenAt;
  return {
    state: 'live',
    content: edition.content,
    edition: {
      number: edition.number,
      hash: edition.hash,
      firstPublishedAt: (article.workflow.firstPublishedAt ?? publishedAt).toISOString(),
      publishedAt: publishedAt.toISOString(),
    },
  };
}

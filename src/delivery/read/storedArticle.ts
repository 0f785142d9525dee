import type { StoredContent } from '../../domain/edition/readEdition';
import type { Connection } from '../Connection';
import type { LiveEdition } from './LiveArticle';

/** An article's stored document: what readers are shown; drafts live in the versions elsewhere. */
export interface StoredArticle {
  _id: unknown;
  _status: string;
  slug: string;
  headline?: string;
  workflow?: {
    publicationState?: string;
    liveEdition?: unknown;
    firstPublishedAt?: Date;
    publishedAt?: Date;
    withdrawalNotice?: string | null;
  };
  corrections?: StoredCorrection[] | null;
}

export interface StoredCorrection {
  at: Date | string;
  kind: string;
  note: string;
  editionNumber: number;
  changed?: string[] | null;
}

export interface StoredEdition extends StoredContent {
  _id: unknown;
  article: unknown;
  number: number;
  hash: string;
  frozenAt: Date;
}

/** The one condition under which readers may see an article; every query for readers has it. */
export const LIVE = { _status: 'published', 'workflow.publicationState': 'live' } as const;

/** Reads see only what a majority holds, so that nothing shown can be rolled back. */
export const MAJORITY = { readConcern: { level: 'majority' } } as const;

/** No query for a reader may keep the database busy for longer, in ms. */
export const MAX_QUERY_MS = 2_000;

export function isLive(article: StoredArticle | null): article is StoredArticle {
  return (
    article?._status === LIVE._status &&
    article.workflow?.publicationState === LIVE['workflow.publicationState'] &&
    Boolean(article.workflow.liveEdition)
  );
}

export function liveEditionOf(article: StoredArticle, edition: StoredEdition): LiveEdition {
  const publishedAt = article.workflow?.publishedAt ?? edition.frozenAt;
  return {
    number: edition.number,
    hash: edition.hash,
    firstPublishedAt: (article.workflow?.firstPublishedAt ?? publishedAt).toISOString(),
    publishedAt: publishedAt.toISOString(),
  };
}

/** Ids are ObjectIds in the database and hex strings outside; null for what is none. */
export function objectId(connection: Connection, hex: string): never | null {
  return /^[0-9a-f]{24}$/.test(hex) ? (new connection.base.Types.ObjectId(hex) as never) : null;
}

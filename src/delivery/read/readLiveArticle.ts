import { readEdition } from '../../domain/edition/readEdition';
import type { Connection } from '../Connection';
import { asOfToday } from './asOfToday';
import type { LiveArticle } from './LiveArticle';
import {
  isLive,
  LIVE,
  liveEditionOf,
  MAJORITY,
  objectId,
  type StoredArticle,
  type StoredCorrection,
  type StoredEdition,
} from './storedArticle';

export type PublicArticle =
  | { state: 'live'; article: LiveArticle }
  | { state: 'moved'; id: string; slug: string }
  | { state: 'withdrawn'; id: string; notice: string | null };

/**
 * What the public address of a slug or an id shows: the live edition, where an old slug leads now,
 * or the notice of a withdrawn article; null for everything else. Reads the stored (published)
 * document and its edition, never a draft, and writes nothing.
 */
export async function readLiveArticle(
  connection: Connection,
  by: { slug: string } | { id: string },
): Promise<PublicArticle | null> {
  const article = 'slug' in by ? await ownerOf(connection, by.slug) : await byId(connection, by.id);
  if (!article) return null;
  const id = String(article._id);
  if (article.workflow?.publicationState === 'withdrawn') {
    return { state: 'withdrawn', id, notice: article.workflow.withdrawalNotice ?? null };
  }
  if (!isLive(article)) return null;
  if ('slug' in by && article.slug !== by.slug) return { state: 'moved', id, slug: article.slug };

  const edition = await connection
    .collection<StoredEdition>('editions')
    .findOne(
      { _id: article.workflow?.liveEdition as never },
      { projection: { documents: 0 }, ...MAJORITY },
    );
  if (!edition) return null;
  const [content] = await asOfToday(connection, [readEdition(edition)]);
  if (!content) return null;
  return {
    state: 'live',
    article: {
      id,
      content,
      edition: liveEditionOf(article, edition),
      changedAt: await lastChange(connection, article, edition),
      corrections: (article.corrections ?? []).map(presentCorrection),
      related: await liveOf(connection, content.relatedArticles),
    },
  };
}

export function presentCorrection({ at, kind, note, editionNumber, changed }: StoredCorrection) {
  return { at: new Date(at).toISOString(), kind, note, editionNumber, changed: changed ?? [] };
}

async function ownerOf(connection: Connection, slug: string): Promise<StoredArticle | null> {
  const owner = await connection
    .collection<{ article: unknown; wasPublished?: boolean }>('slugs')
    .findOne({ slug }, MAJORITY);
  if (!owner?.wasPublished) return null;
  return connection
    .collection<StoredArticle>('articles')
    .findOne({ _id: owner.article as never }, MAJORITY);
}

async function byId(connection: Connection, hex: string): Promise<StoredArticle | null> {
  const _id = objectId(connection, hex);
  return _id && connection.collection<StoredArticle>('articles').findOne({ _id }, MAJORITY);
}

/** When readers last got something else: by a publication, or by a dispute and its end. */
async function lastChange(
  connection: Connection,
  article: StoredArticle,
  edition: StoredEdition,
): Promise<string> {
  const published = liveEditionOf(article, edition).publishedAt;
  const told = await connection
    .collection<{ at: Date }>('events')
    .findOne({ article: article._id, type: { $in: ['disputed', 'settled'] } } as never, {
      projection: { at: 1 },
      sort: { at: -1 },
      ...MAJORITY,
    });
  if (!told) return published;
  // Headers count in seconds: within the same one it must be another.
  const next = new Date(published).getTime() + 1_000;
  return new Date(Math.max(next, new Date(told.at).getTime())).toISOString();
}

/** Of these articles, the live ones, in the order given. */
async function liveOf(
  connection: Connection,
  ids: readonly string[],
): Promise<LiveArticle['related']> {
  const wanted = ids.flatMap((id) => objectId(connection, id) ?? []);
  if (wanted.length === 0) return [];
  const found = await connection
    .collection<StoredArticle>('articles')
    .find({ _id: { $in: wanted }, ...LIVE }, { projection: { slug: 1, headline: 1 }, ...MAJORITY })
    .toArray();
  const byHex = new Map(found.map((article) => [String(article._id), article]));
  return ids.flatMap((id) => {
    const article = byHex.get(id);
    return article ? [{ id, slug: article.slug, headline: article.headline ?? null }] : [];
  });
}

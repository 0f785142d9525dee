import type { PayloadRequest } from 'payload';

import type { EndingRights, Listed } from '../../domain/desk/Desk';
import { endsSooner, haveRightsEnded } from '../../domain/faces/endOfRights';
import { COUNTED, listedOf } from './listArticles';
import type { Id } from './WorkingCopies';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

interface ImageRow {
  _id: Id;
  alt?: string | null;
  filename?: string | null;
  expiresAt: Date;
}

/**
 * Pictures of live articles and of people that readers see no more, or not for another week: the rights in
 * them have ended or will. Those that end first come first.
 */
export async function readEndingRights({
  limit,
  now,
  req,
}: {
  limit: number;
  now: Date;
  req: PayloadRequest;
}): Promise<Listed<EndingRights>> {
  const { connection } = req.payload.db;
  const images = connection.collection<ImageRow>('media');
  const where = {
    isPublic: true,
    _status: 'published',
    expiresAt: { $gt: new Date(0), $lt: new Date(now.getTime() + WEEK_MS) },
  };
  const projection = { alt: 1, filename: 1, expiresAt: 1 };
  const [rows, count] = await Promise.all([
    images.find(where, { sort: { expiresAt: 1 }, limit, projection }).toArray(),
    images.countDocuments(where, COUNTED),
  ]);
  const shown = await shownBy(
    rows.map(({ _id }) => _id),
    req,
  );
  const newest = await newestEnds(rows, req);
  return listedOf(
    rows.map(({ _id, alt, filename, expiresAt }): EndingRights => {
      const id = String(_id);
      const later = newest.get(id);
      return {
        id,
        title: alt || filename || '',
        endsAt: expiresAt.toISOString(),
        hasEnded: haveRightsEnded(expiresAt, now),
        waitsForRelease: later !== undefined && (!later || endsSooner(expiresAt, later)),
        ...(shown.get(id) ?? { articles: [], people: [] }),
      };
    }),
    count,
  );
}

type ShownBy = Pick<EndingRights, 'articles' | 'people'>;

/** The live articles and the people that show each of these images. */
async function shownBy(ids: readonly Id[], req: PayloadRequest): Promise<Map<string, ShownBy>> {
  const { connection } = req.payload.db;
  const published = { _status: 'published' };
  const [sections, people] = await Promise.all([
    connection
      .collection<{ article?: Id | null; media?: Id[] | null }>('sections')
      .find({ media: { $in: [...ids] }, ...published }, { projection: { article: 1, media: 1 } })
      .toArray(),
    connection
      .collection<{ name?: string; portrait?: Id }>('people')
      .find(
        { portrait: { $in: [...ids] }, isPublic: true, ...published },
        { projection: { name: 1, portrait: 1 } },
      )
      .toArray(),
  ]);
  const inSections = sections.flatMap(({ article }) => article ?? []);
  const articles = await connection
    .collection<{ _id: Id; headline?: string; leadImage?: Id | null }>('articles')
    .find(
      {
        ...published,
        'workflow.publicationState': 'live',
        $or: [{ leadImage: { $in: [...ids] } }, { _id: { $in: inSections } }],
      } as never,
      {
        projection: { headline: 1, leadImage: 1 },
        sort: { 'workflow.publishedAt': -1 },
      },
    )
    .toArray();
  return new Map(
    ids.map((image) => {
      const id = String(image);
      const holds = (article: Id, leadImage: Id | null | undefined) =>
        String(leadImage) === id ||
        sections.some(
          (section) =>
            String(section.article) === String(article) &&
            section.media?.some((each) => String(each) === id),
        );
      return [
        id,
        {
          articles: articles.flatMap(({ _id, headline, leadImage }) =>
            holds(_id, leadImage) ? [{ id: String(_id), headline: headline ?? '' }] : [],
          ),
          people: people.flatMap(({ name, portrait }) =>
            String(portrait) === id ? [name ?? ''] : [],
          ),
        },
      ];
    }),
  );
}

/** The ends that the newsroom knows by now, by the image; null for none. */
async function newestEnds(
  rows: readonly ImageRow[],
  req: PayloadRequest,
): Promise<Map<string, Date | null>> {
  const versions = await req.payload.db.connection
    .collection<{ parent: Id; version: { expiresAt?: Date | null } }>('_media_versions')
    .find(
      { parent: { $in: rows.map(({ _id }) => _id) }, latest: true },
      { projection: { parent: 1, 'version.expiresAt': 1 } },
    )
    .toArray();
  return new Map(
    versions.map(({ parent, version }) => [String(parent), version.expiresAt ?? null]),
  );
}

import type { EditionContent } from '../../domain/edition/EditionContent';
import { haveRightsEnded } from '../../domain/faces/endOfRights';
import type { Answer } from '../cache/Answer';
import { imagesIn } from '../read/withRightsOfToday';

/**
 * What the rights in the pictures of an answer ask of whoever keeps it: what drops it, and when it
 * has to be gone. A picture that comes or goes does not make an article newer, so where rights have an
 * end, the day of the article says nothing about its answer.
 */
export function pictureTerms({
  contents,
  tags,
  lastModified,
  now,
}: {
  contents: readonly EditionContent[];
  tags: readonly string[];
  lastModified?: Date;
  now: Date;
}): Pick<Answer, 'tags' | 'lastModified' | 'rightsEndAt'> {
  const images = contents.flatMap(imagesIn);
  const ends = images.flatMap(({ expiresAt }) => expiresAt ?? []);
  const next = ends.filter((end) => !haveRightsEnded(end, now)).sort()[0];
  return {
    tags: [...new Set([...tags, ...images.map(({ id }) => `media:${id}`)])],
    ...(lastModified && ends.length === 0 ? { lastModified } : {}),
    ...(next === undefined ? {} : { rightsEndAt: new Date(next) }),
  };
}

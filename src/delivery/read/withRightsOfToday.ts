import type { EditionContent, EditionImage } from '../../domain/edition/EditionContent';
import type { Connection } from '../Connection';
import { MAJORITY, MAX_QUERY_MS, objectId } from './storedArticle';

/**
 * The contents of editions with the rights in their pictures as they stand today: the end that an
 * edition froze may have been moved since. What counts is the face of the image.
 */
export async function withRightsOfToday(
  connection: Connection,
  contents: readonly EditionContent[],
): Promise<EditionContent[]> {
  const ids = [...new Set(contents.flatMap(imagesIn).map(({ id }) => id))];
  if (ids.length === 0) return [...contents];
  const records = await connection
    .collection<{ expiresAt?: Date | null }>('media')
    .find({ _id: { $in: ids.flatMap((id) => objectId(connection, id) ?? []) } } as never, {
      projection: { expiresAt: 1 },
      maxTimeMS: MAX_QUERY_MS,
      ...MAJORITY,
    })
    .toArray();
  const ends = new Map(records.map(({ _id, expiresAt }) => [String(_id), expiresAt ?? null]));
  const asOfToday = (image: EditionImage): EditionImage => {
    const end = ends.get(image.id);
    return end === undefined ? image : { ...image, expiresAt: end && end.toISOString() };
  };
  return contents.map((content) => ({
    ...content,
    leadImage: content.leadImage && asOfToday(content.leadImage),
    images: content.images.map(asOfToday),
  }));
}

export function imagesIn({ leadImage, images }: EditionContent): EditionImage[] {
  return [...(leadImage ? [leadImage] : []), ...images];
}

import type { EditionContent, EditionImage, EditionPerson } from '../edition/EditionContent';
import type { FaceCollection } from './FaceCollection';

/** What an edition shows of one record, in the field names of its collection. */
export interface ShownRecord {
  collection: FaceCollection;
  id: string;
  face: Record<string, unknown>;
  /** Of an image, the picture as the edition shows it. */
  picture?: ShownPicture;
}

export type ShownPicture = Pick<
  EditionImage,
  'url' | 'width' | 'height' | 'mimeType' | 'focalX' | 'focalY' | 'sizes'
>;

/**
 * The people, topics and images that an edition shows, each once, with exactly what it says of them:
 * that was approved, and nothing else of them was.
 */
export function facesInEdition({
  people,
  bylines,
  topics,
  images,
  leadImage,
}: EditionContent): ShownRecord[] {
  const records: ShownRecord[] = [
    ...[...people, ...bylines.flatMap(({ person }) => person ?? [])].map(ofPerson),
    ...topics.map(({ id, name, slug, iptcCode }): ShownRecord => ({
      collection: 'topics',
      id,
      face: { name, slug, iptcCode },
    })),
    ...[...(leadImage ? [leadImage] : []), ...images].map(ofImage),
  ];
  return [
    ...new Map(records.map((record) => [`${record.collection}/${record.id}`, record])).values(),
  ];
}

function ofImage({ id, alt, caption, credit, expiresAt, ...picture }: EditionImage): ShownRecord {
  return { collection: 'media', id, face: { alt, caption, credit, expiresAt }, picture };
}

function ofPerson({ id, name, slug, role, wikidataId }: EditionPerson): ShownRecord {
  return {
    collection: 'people',
    id,
    face: { name, slug, wikidataId, roles: role ? [role] : [] },
  };
}

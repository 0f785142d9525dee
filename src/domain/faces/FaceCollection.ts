/** Records that have a public face: what readers see of them changes only when an editor releases it. */
export const FACE_COLLECTIONS = ['people', 'topics', 'media'] as const;

export type FaceCollection = (typeof FACE_COLLECTIONS)[number];

export function isFaceCollection(collection: string): collection is FaceCollection {
  return (FACE_COLLECTIONS as readonly string[]).includes(collection);
}

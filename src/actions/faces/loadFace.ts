import type { DataFromCollectionSlug, PayloadRequest } from 'payload';

import { idOf, type Reference } from '../../domain/edition/WorkingCopy';
import type { FaceCollection } from '../../domain/faces/FaceCollection';
import { faceDifference, type FaceChange } from '../../domain/faces/faceDifference';
import { FACE_FIELDS } from '../../domain/faces/faceFields';
import { faceHash, type FaceDocument } from '../../domain/faces/faceOf';
import { findByIds } from '../load/findByIds';
import { newestVersion } from '../load/newestVersion';
import { Refusal } from '../Refusal';

/** What readers see of a record, and what the newsroom made of it since. */
export interface LoadedFace<C extends FaceCollection = FaceCollection> {
  /** The stored document; readers see it when it has a face. */
  stored: DataFromCollectionSlug<C>;
  newest: DataFromCollectionSlug<C>;
  hasFace: boolean;
  /** The hash of what would be released. */
  hash: string;
  /** The hash of what was; null where nothing was. */
  releasedHash: string | null;
  changes: FaceChange[];
}

/** @throws Refusal NOT_FOUND 404 where there is no such record, or it is in the trash. */
export async function loadFace<C extends FaceCollection>(
  collection: C,
  id: string,
  req: PayloadRequest,
): Promise<LoadedFace<C>> {
  const [stored] = await findByIds({ collection, ids: [id], draft: false, req });
  const newest = stored && (await newestVersion({ collection, id, req }));
  if (!stored || !newest) {
    throw new Refusal({
      code: 'NOT_FOUND',
      status: 404,
      message: 'There is no such record, or it is in the trash.',
    });
  }
  const hasFace = stored._status === 'published';
  const before: FaceDocument = hasFace ? { ...stored } : {};
  const after: FaceDocument = { ...newest };
  return {
    stored,
    newest,
    hasFace,
    hash: faceHash(collection, after),
    releasedHash: hasFace ? faceHash(collection, before) : null,
    changes: faceDifference({
      collection,
      before,
      after,
      names: await namesOf(collection, [before, after], req),
    }),
  };
}

/** What the records are called that a face points at. */
async function namesOf(
  collection: FaceCollection,
  documents: readonly FaceDocument[],
  req: PayloadRequest,
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const { name, value } of FACE_FIELDS[collection]) {
    const ids = documents.flatMap((document) => idOf(document[name] as Reference) ?? []);
    if (ids.length === 0 || (value !== 'topic' && value !== 'image')) continue;
    const target = value === 'topic' ? 'topics' : 'media';
    for (const found of await findByIds({ collection: target, ids, trash: true, req })) {
      names.set(found.id, 'name' in found ? found.name : (found.filename ?? found.id));
    }
  }
  return names;
}

import { ObjectId } from 'mongodb';
import type { PayloadRequest } from 'payload';

import type { EditionContent } from '../../domain/edition/EditionContent';
import { idOf, type Reference } from '../../domain/edition/WorkingCopy';
import { fileAt } from '../../domain/files/fileName';
import type { FaceCollection } from '../../domain/faces/FaceCollection';
import { endsSooner, isSameEnd } from '../../domain/faces/endOfRights';
import { FILE_FIELDS } from '../../domain/faces/faceFields';
import { faceHash } from '../../domain/faces/faceOf';
import {
  facesInEdition,
  type ShownPicture,
  type ShownRecord,
} from '../../domain/faces/facesInEdition';
import { pinFiles } from '../files/pinFiles';
import { findByIds } from '../load/findByIds';
import { newestVersion } from '../load/newestVersion';
import { isShown } from '../load/references';
import { wholeText } from '../load/textOfDocument';
import { recordAudit } from '../record/recordAudit';
import { writeFields } from '../record/writeFields';
import { moveRights } from './moveRights';

/**
 * Makes what an edition shows visible. A record of which readers never had anything gets its face
 * from the edition, which was approved; one that has a face keeps it, until an editor releases another.
 * A picture alone goes with the edition that was published last: what was replaced has to be gone.
 */
export async function showRecords(
  { content, title, now }: { content: EditionContent; title: string; now: Date },
  req: PayloadRequest,
): Promise<void> {
  for (const record of facesInEdition(content)) {
    const { collection, id } = record;
    await giveFace(record, req);
    if (collection === 'media') {
      await showPicture(record, { title, now }, req);
      await showUntil(record, { title, now }, req);
    }
    await setVisible({ collection, id, isPublic: true, reason: `Shown by “${title}”.`, now, req });
  }
}

/** Hides what an edition showed and nothing else that readers see uses. */
export async function hideRecords(
  { content, title, now }: { content: EditionContent; title: string; now: Date },
  req: PayloadRequest,
): Promise<void> {
  for (const { collection, id } of facesInEdition(content)) {
    if (await isShown({ collection, id, req })) continue;
    const reason = `No longer shown by “${title}”, nor by anything else.`;
    await setVisible({ collection, id, isPublic: false, reason, now, req });
  }
}

/** What a face points at is visible, too, while readers see it: a portrait, and the wider topic. */
export async function showPointedAt(
  records: readonly PointingRecord[],
  req: PayloadRequest,
): Promise<void> {
  for (const { portrait, parent, name = '' } of records) {
    await showWhileSeen('media', idOf(portrait), req, (isPublic) =>
      isPublic ? `The portrait of ${name}.` : `No longer the portrait of ${name}.`,
    );
    await showWhileSeen('topics', idOf(parent), req, (isPublic) =>
      isPublic ? `The topic above ${name}.` : `No longer the topic above ${name}.`,
    );
  }
}

async function showWhileSeen(
  collection: FaceCollection,
  id: string | null,
  req: PayloadRequest,
  reason: (isPublic: boolean) => string,
): Promise<void> {
  if (!id) return;
  const isPublic = await isShown({ collection, id, req });
  await setVisible({ collection, id, isPublic, reason: reason(isPublic), now: new Date(), req });
}

interface PointingRecord {
  id: string;
  name?: string;
  portrait?: Reference | null;
  parent?: Reference | null;
}

async function giveFace(shown: ShownRecord, req: PayloadRequest): Promise<void> {
  const { collection, id } = shown;
  const [stored] = await findByIds({ collection, ids: [id], draft: false, trash: true, req });
  if (!stored || stored._status === 'published') return;
  const newest = await newestVersion({ collection, id, req });
  const face = { ...shown.face, ...(await fileOf(shown, [newest, stored], req)) };
  const isAll = newest && faceHash(collection, face) === faceHash(collection, { ...newest });
  await writeFields({
    collection,
    id,
    stored: {
      ...wholeText(collection, isAll ? { ...newest } : withRowIds(face)),
      _status: 'published',
      faceWaits: false,
      deletedAt: null,
    },
    // Payload serves the newsroom a newest version that is a draft, and else the stored document.
    newest: isAll ? { _status: 'published', faceWaits: false } : { faceWaits: true },
    req,
  });
}

async function showPicture(
  shown: ShownRecord,
  { title, now }: { title: string; now: Date },
  req: PayloadRequest,
): Promise<void> {
  const { id, picture } = shown;
  const [stored] = await findByIds({ collection: 'media', ids: [id], draft: false, req });
  if (!stored || !picture || isPicture(stored, picture)) return;
  const newest = await newestVersion({ collection: 'media', id, req });
  const file = await fileOf(shown, [newest], req);
  if (file.url !== picture.url) return;
  const face = { ...stored, ...file };
  const faceWaits = faceHash('media', { ...newest }) !== faceHash('media', face);
  await writeFields({ collection: 'media', id, stored: file, newest: { faceWaits }, req });
  await recordAudit(
    {
      action: 'releaseFace',
      articleId: null,
      record: { relationTo: 'media', value: id },
      from: inWords(stored),
      to: inWords(picture),
      reason: `Shown by “${title}”.`,
      at: now,
    },
    req,
  );
  await pinPicture(id, req);
}

type Picture = Pick<ShownPicture, 'url' | 'focalX' | 'focalY'>;
type FileOfRecord = { [K in keyof Picture]?: Picture[K] | undefined };

/** The address names the bytes; the same picture about another focal point has other sizes. */
function isPicture(document: FileOfRecord | null, { url, focalX, focalY }: Picture): boolean {
  return (
    document?.url === url &&
    (document.focalX ?? 50) === (focalX ?? 50) &&
    (document.focalY ?? 50) === (focalY ?? 50)
  );
}

function inWords({ url, focalX, focalY }: FileOfRecord): string {
  return url ? `${url} about ${focalX ?? 50}, ${focalY ?? 50}` : 'nothing';
}

/**
 * The end of rights that was approved with an edition counts when it is still the newest that is known; a
 * sooner one counts always.
 */
async function showUntil(
  { id, face }: ShownRecord,
  { title, now }: { title: string; now: Date },
  req: PayloadRequest,
): Promise<void> {
  const [stored] = await findByIds({ collection: 'media', ids: [id], draft: false, req });
  const newest = await newestVersion({ collection: 'media', id, req });
  if (!stored || !newest) return;
  const known = newest.expiresAt ?? null;
  const isApproved = isSameEnd(known, face.expiresAt as string | null);
  if (!isApproved && !endsSooner(known, stored.expiresAt)) return;
  if (isSameEnd(known, stored.expiresAt)) return;
  await moveRights({ stored, end: known, reason: `Shown by “${title}”.`, now }, req);
  const faceWaits =
    faceHash('media', { ...newest }) !== faceHash('media', { ...stored, expiresAt: known });
  await writeFields({ collection: 'media', id, newest: { faceWaits }, req });
}

/** The file that an edition shows: mostly the newest, but the picture may have been replaced since. */
async function fileOf(
  { collection, id, picture }: ShownRecord,
  candidates: readonly unknown[],
  req: PayloadRequest,
): Promise<Record<string, unknown>> {
  if (collection !== 'media' || !picture) return {};
  const shows = (document: unknown) => isPicture(document as FileOfRecord | null, picture);
  const found =
    candidates.find(shows) ??
    (
      await req.payload.findVersions({
        collection,
        where: { parent: { equals: id } },
        depth: 0,
        pagination: false,
        overrideAccess: true,
        req,
      })
    ).docs
      .map(({ version }) => version)
      .find(shows);
  if (!found) return asDeclared(picture);
  const document = found as Record<string, unknown>;
  return Object.fromEntries(
    FILE_FIELDS.flatMap((name) => (name in document ? [[name, document[name]]] : [])),
  );
}

/** Of a picture of which no version is left the edition still knows all that readers see. */
function asDeclared({ sizes, ...shown }: ShownPicture): Record<string, unknown> {
  return {
    ...shown,
    storedAs: fileAt(shown.url),
    original: null,
    crop: null,
    sizes: Object.fromEntries(
      Object.entries(sizes).map(([name, size]) => [name, { ...size, filename: fileAt(size.url) }]),
    ),
  };
}

async function setVisible({
  collection,
  id,
  isPublic,
  reason,
  now,
  req,
}: {
  collection: FaceCollection;
  id: string;
  isPublic: boolean;
  reason: string;
  now: Date;
  req: PayloadRequest;
}): Promise<void> {
  const [stored] = await findByIds({ collection, ids: [id], draft: false, trash: true, req });
  if (!stored || (stored.isPublic ?? false) === isPublic) return;
  await writeFields({ collection, id, stored: { isPublic }, newest: { isPublic }, req });
  if (collection === 'media') await pinPicture(id, req);
  await recordAudit(
    {
      action: isPublic ? 'showRecord' : 'hideRecord',
      articleId: null,
      record: { relationTo: collection, value: id },
      from: isPublic ? 'hidden' : 'visible to readers',
      to: isPublic ? 'visible to readers' : 'hidden',
      reason,
      at: now,
    },
    req,
  );
  await showPointedAt([stored], req);
}

/** The files of the face that readers see, and of no other, are public. */
export async function pinPicture(id: string, req: PayloadRequest): Promise<void> {
  const [stored] = await findByIds({ collection: 'media', ids: [id], draft: false, req });
  const isSeen = stored?._status === 'published' && stored.isPublic;
  const sizes = Object.values((isSeen ? stored.sizes : null) ?? {});
  const names = [isSeen ? stored.storedAs : null, ...sizes.map((size) => size.filename)];
  await pinFiles({ holder: `media/${id}`, names: names.flatMap((name) => name ?? []), req });
}

/** Rows that are written past Payload need ids, or each read would make up others. */
function withRowIds(face: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(face).map(([name, value]) => [
      name,
      Array.isArray(value)
        ? value.map((row: unknown) =>
            typeof row === 'object' ? { ...row, id: new ObjectId().toHexString() } : row,
          )
        : value,
    ]),
  );
}

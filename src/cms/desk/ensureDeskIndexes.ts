import type { Payload } from 'payload';

import { FACE_COLLECTIONS } from '../../domain/faces/FaceCollection';
import { workingCopies } from './WorkingCopies';

/** Indexes that queries name, because MongoDB by itself would choose another. */
export type DeskIndex = 'desk_assigned' | 'desk_author' | 'desk_stage' | 'desk_waiting';

const LATEST = { latest: true } as const;
const STAGE = 'version.workflow.stage';
const NEWEST_FIRST = { 'version.updatedAt': -1 } as const;

/**
 * Creates what the desk and the board ask by. The indexes hold one entry an article and not one a
 * version. Harmless to repeat.
 */
export async function ensureDeskIndexes(payload: Payload): Promise<void> {
  const latest = (more: object = {}) => ({ partialFilterExpression: { ...LATEST, ...more } });
  await workingCopies(payload).createIndexes([
    { key: { [STAGE]: 1, ...NEWEST_FIRST }, name: 'desk_stage', ...latest() },
    {
      key: { 'version.assignedTo': 1, [STAGE]: 1, ...NEWEST_FIRST },
      name: 'desk_assigned',
      ...latest(),
    },
    {
      key: { 'version.workflow.createdBy': 1, [STAGE]: 1, ...NEWEST_FIRST },
      name: 'desk_author',
      ...latest(),
    },
    { key: { 'version.topics': 1, [STAGE]: 1, ...NEWEST_FIRST }, name: 'desk_topic', ...latest() },
    { key: { 'version.kind': 1, [STAGE]: 1, ...NEWEST_FIRST }, name: 'desk_kind', ...latest() },
    {
      key: { 'version.workflow.publicationState': 1, 'version.workflow.publishedAt': -1 },
      name: 'desk_live',
      ...latest(),
    },
    {
      key: { 'version.workflow.editionWaits': 1, ...NEWEST_FIRST },
      name: 'desk_waiting',
      ...latest(),
    },
    {
      key: { 'version.flags.onHold': 1, ...NEWEST_FIRST },
      name: 'desk_held',
      ...latest({ 'version.flags.onHold': true }),
    },
    {
      key: { 'version.flags.legal': 1, ...NEWEST_FIRST },
      name: 'desk_legal',
      ...latest({ 'version.flags.legal': 'required' }),
    },
    {
      key: { 'version.flags.factCheck': 1, ...NEWEST_FIRST },
      name: 'desk_fact_check',
      ...latest({ 'version.flags.factCheck': 'required' }),
    },
  ]);
  await payload.db.connection.collection('_quotes_versions').createIndexes([
    {
      key: { 'version.verification.status': 1, ...NEWEST_FIRST },
      name: 'desk_unverified',
      ...latest(),
    },
  ]);
  for (const collection of FACE_COLLECTIONS) {
    await payload.db.connection.collection(`_${collection}_versions`).createIndexes([
      {
        key: { 'version.faceWaits': 1, ...NEWEST_FIRST },
        name: 'desk_faces',
        ...latest({ 'version.faceWaits': true }),
      },
    ]);
  }
  await noteWaitingEditions(payload);
}

/** Articles from before lists asked for it do not say whether an edition of theirs waits. */
async function noteWaitingEditions(payload: Payload): Promise<void> {
  const { approved, live } = {
    approved: { $ifNull: ['$version.workflow.approvedEdition', null] },
    live: { $ifNull: ['$version.workflow.liveEdition', null] },
  };
  await workingCopies(payload).updateMany({ ...LATEST, 'version.workflow.editionWaits': null }, [
    {
      $set: {
        'version.workflow.editionWaits': {
          $and: [{ $ne: [approved, null] }, { $ne: [approved, live] }],
        },
      },
    },
  ]);
}

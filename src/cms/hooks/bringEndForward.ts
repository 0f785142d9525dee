import { isolateObjectProperty, type CollectionBeforeChangeHook } from 'payload';

import { moveRights } from '../../actions/faces/moveRights';
import { findByIds } from '../../actions/load/findByIds';
import { actionContext, actionOf } from '../../actions/transaction/actionRequest';
import { endsSooner } from '../../domain/faces/endOfRights';
import type { Media } from '../../payload-types';

/**
 * Rights that end sooner than was known end for readers as soon as somebody saves it: nobody has to be
 * asked before a picture goes. A later end waits for an editor's release, as everything else does that
 * readers see of an image.
 */
export const bringEndForward: CollectionBeforeChangeHook<Media> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (actionOf(req) || operation === 'create' || !originalDoc) return data;
  const { expiresAt: end } = { ...originalDoc, ...data };
  if (!end || data.deletedAt) return data;
  const [stored] = await findByIds({
    collection: 'media',
    ids: [originalDoc.id],
    draft: false,
    req,
  });
  if (stored?._status !== 'published' || !endsSooner(end, stored.expiresAt)) return data;
  // The stored document is locked to ordinary saves.
  const action = isolateObjectProperty(req, 'context');
  action.context = { ...req.context, ...actionContext('moveRights') };
  await moveRights({ stored, end, reason: 'A sooner end was saved.', now: new Date() }, action);
  return data;
};

import type { Access, FieldAccess, PayloadRequest, Where } from 'payload';

import { may, type Right } from '../../domain/rights/rights';

/** Writing rights never depend on a query (payload-traps 9), so these answer booleans. */
const whoMay =
  (right: Right): Access =>
  ({ req }) =>
    may(req.user, right);

export const staff = whoMay('useNewsroom');
export const writers = whoMay('write');
export const editors = whoMay('edit');
export const admins = whoMay('administer');
export const nobody: Access = () => false;

export function seesDrafts(user: PayloadRequest['user']): boolean {
  return may(user, 'seeDrafts');
}

/** Staff and preview keys read everything; everyone else reads what is published. */
export const publishedOrStaff: Access = ({ req }) =>
  seesDrafts(req.user) ? true : { _status: { equals: 'published' } };

/** As above, for people, topics and images: with a face, and used by something that is live. */
export const publicOrStaff: Access = ({ req }) =>
  seesDrafts(req.user) ? true : { isPublic: { equals: true }, _status: { equals: 'published' } };

/** Users: an admin sees and changes all, everybody else only themselves. */
export const selfOrAdmin: Access = ({ req }) => {
  if (may(req.user, 'administer')) return true;
  return req.user ? { id: { equals: req.user.id } } : false;
};

/** As above, for images: nobody outside sees one any more from the moment that the rights in it end. */
export const shownImageOrStaff: Access = (args) => {
  const visible = publicOrStaff(args);
  if (typeof visible !== 'object') return visible;
  const now = new Date().toISOString();
  return {
    and: [
      visible as Where,
      { or: [{ expiresAt: { exists: false } }, { expiresAt: { greater_than: now } }] },
    ],
  };
};

/** Records that belong to one user each: that user, and nobody else. */
export const own: Access = ({ req }) => (req.user ? { user: { equals: req.user.id } } : false);

export const staffField: FieldAccess = ({ req }) => may(req.user, 'useNewsroom');
export const editorField: FieldAccess = ({ req }) => may(req.user, 'edit');
export const adminField: FieldAccess = ({ req }) => may(req.user, 'administer');
export const nobodyField: FieldAccess = () => false;

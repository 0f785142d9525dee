import type { Access, FieldAccess, PayloadRequest } from 'payload';

import { hasRole, isStaff, type UserRole } from './roles';

/** Writing rights never depend on a query (payload-traps 9), so these answer booleans. */
const holdersOf =
  (role: UserRole): Access =>
  ({ req }) =>
    hasRole(req.user, role);

export const staff: Access = ({ req }) => isStaff(req.user);
export const writers = holdersOf('writer');
export const editors = holdersOf('editor');
export const admins = holdersOf('admin');
export const nobody: Access = () => false;

export function seesDrafts(user: PayloadRequest['user']): boolean {
  return isStaff(user) || hasRole(user, 'preview');
}

/** Staff and preview keys read everything; everyone else reads what is published. */
export const publishedOrStaff: Access = ({ req }) =>
  seesDrafts(req.user) ? true : { _status: { equals: 'published' } };

/** As above, for records without drafts: they become public when a live article uses them. */
export const publicOrStaff: Access = ({ req }) =>
  seesDrafts(req.user) ? true : { isPublic: { equals: true } };

/** Users: an admin sees and changes all, everybody else only themselves. */
export const selfOrAdmin: Access = ({ req }) => {
  if (hasRole(req.user, 'admin')) return true;
  return req.user ? { id: { equals: req.user.id } } : false;
};

/** Records that belong to one user each: that user, and nobody else. */
export const own: Access = ({ req }) => (req.user ? { user: { equals: req.user.id } } : false);

export const staffField: FieldAccess = ({ req }) => isStaff(req.user);
export const editorField: FieldAccess = ({ req }) => hasRole(req.user, 'editor');
export const adminField: FieldAccess = ({ req }) => hasRole(req.user, 'admin');
export const nobodyField: FieldAccess = () => false;

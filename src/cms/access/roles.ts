import { hasRole as holds, rolesAmong, ROLES } from '../../domain/workflow/Role';
import type { User } from '../../payload-types';

/** Roles of API keys, which are not people and never open the admin panel. */
const KEY_ROLES = ['preview', 'worker'] as const;

/** Every role that a user record may hold. */
export const USER_ROLES = [...ROLES, ...KEY_ROLES] as const;

export type UserRole = (typeof USER_ROLES)[number];

type MaybeUser = Pick<User, 'roles'> | null | undefined;

/** True when the user holds the role, or one that includes it. */
export function hasRole(user: MaybeUser, role: UserRole): boolean {
  const held: readonly UserRole[] = user?.roles ?? [];
  if (role === 'preview' || role === 'worker') return held.includes(role);
  return holds(rolesAmong(held), role);
}

/** True for people of the newsroom: holders of any role that is not an API key's. */
export function isStaff(user: MaybeUser): boolean {
  return rolesAmong(user?.roles).length > 0;
}

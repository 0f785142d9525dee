/** Each of writer, editor, publisher and admin adds to the one before; the fact-checker is apart. */
export const ROLES = ['writer', 'fact-checker', 'editor', 'publisher', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Roles of API keys, which are not people and never open the admin panel. */
const KEY_ROLES = ['preview', 'worker'] as const;

/** Every role that a user record may hold. */
export const USER_ROLES = [...ROLES, ...KEY_ROLES] as const;
export type UserRole = (typeof USER_ROLES)[number];

/** Who acts: people by their roles, or the worker that fires schedules. */
export type ActorRole = Role | 'clock';

const LADDER: readonly string[] = ['writer', 'editor', 'publisher', 'admin'];

/** Whether a holder of these roles has the rights of the role asked for. */
export function hasRole(held: readonly string[], needed: ActorRole | UserRole): boolean {
  if (held.includes(needed)) return true;
  const rung = LADDER.indexOf(needed);
  return rung >= 0 && LADDER.slice(rung + 1).some((role) => held.includes(role));
}

/** The roles that include this one, itself among them. */
export function rolesFrom(needed: Role): Role[] {
  return ROLES.filter((role) => hasRole([role], needed));
}

/** Of what a user record lists, the roles of people; keys' roles and anything else is left out. */
export function rolesAmong(listed: unknown): Role[] {
  return Array.isArray(listed) ? ROLES.filter((role) => listed.includes(role)) : [];
}

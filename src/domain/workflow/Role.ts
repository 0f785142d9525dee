/** Each of writer, editor, publisher and admin adds to the one before; the fact-checker is apart. */
export const ROLES = ['writer', 'fact-checker', 'editor', 'publisher', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who acts: people by their roles, or the worker that fires schedules. */
export type ActorRole = Role | 'clock';

const LADDER: readonly ActorRole[] = ['writer', 'editor', 'publisher', 'admin'];

/** Whether a holder of these roles has the rights of the role asked for. */
export function hasRole(held: readonly ActorRole[], needed: ActorRole): boolean {
  if (held.includes(needed)) return true;
  const rung = LADDER.indexOf(needed);
  return rung >= 0 && LADDER.slice(rung + 1).some((role) => held.includes(role));
}

/** Of what a user record lists, the roles of people; keys' roles and anything else is left out. */
export function rolesAmong(listed: unknown): Role[] {
  return Array.isArray(listed) ? ROLES.filter((role) => listed.includes(role)) : [];
}

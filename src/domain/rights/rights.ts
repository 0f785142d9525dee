import { hasRole, ROLES, USER_ROLES, type UserRole } from './Role';

/**
 * Who may do what, besides the actions on an article, whose definitions name their role: holders of one
 * of the roles listed, or of a role that includes it. Which article a writer may write is said by
 * `decideSave`, and who may lower a check by `checkTable`.
 */
export const rights = {
  /** Sees what is not public: people of the newsroom, and keys for previews. */
  seeDrafts: [...ROLES, 'preview'],
  /** Opens the panel, and whatever has no right of its own. */
  useNewsroom: ROLES,
  readFigures: [...ROLES, 'worker'],
  /** Writes articles, sections, quotations, people, images; imports stories. */
  write: ['writer'],
  /** Writes every article, not only the own ones; topics, assignments and deadlines; deletes. */
  edit: ['editor'],
  /** Shows readers what the newsroom made of a person, a topic or an image. */
  releaseFaces: ['editor'],
  overrideFindings: ['editor'],
  verifyQuotes: ['fact-checker', 'editor'],
  /** Says how the newsroom knows that words were said, in the articles that one may write. */
  vouchForQuotes: ['writer'],
  /** Says that words came out of a generating tool, in every article. */
  sayGenerated: ['fact-checker', 'editor'],
  /** Takes that back, and what somebody else vouched for. */
  unsayGenerated: ['editor'],
  schedule: ['publisher'],
  /** Users, settings, webhooks; resolves the notes of every article. */
  administer: ['admin'],
} as const satisfies Record<string, readonly UserRole[]>;

export type Right = keyof typeof rights;

/** Somebody by the roles that their record lists, whatever stands there. */
type MaybeUser = object | null | undefined;

export function may(user: MaybeUser, right: Right): boolean {
  const { roles: listed } = (user ?? {}) as { roles?: unknown };
  const held = Array.isArray(listed) ? USER_ROLES.filter((role) => listed.includes(role)) : [];
  return rights[right].some((role) => hasRole(held, role));
}

/** Reads the text of every article and completes checks, and does not write the text. */
export function isFactCheckerOnly(user: MaybeUser): boolean {
  return may(user, 'verifyQuotes') && !may(user, 'write');
}

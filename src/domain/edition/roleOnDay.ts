import type { PersonRole } from './WorkingCopy';

/**
 * The role that a person held on a day (ISO 8601 date or instant, its UTC day counts), both ends
 * included; open ends are open. Ends may be as coarse as "2024" or "2024-10". Of several, the one
 * begun last; of equals, the one listed first. Null when none is in force.
 */
export function roleOnDay(
  roles: readonly PersonRole[] | null | undefined,
  day: string,
): { title: string; organisation: string | null } | null {
  const date = day.slice(0, 10);
  let held: PersonRole | null = null;
  for (const role of roles ?? []) {
    const from = role.from?.slice(0, 10) ?? '';
    const to = role.to?.slice(0, 10) ?? date;
    const isInForce = from <= date && date.slice(0, to.length) <= to;
    if (!role.title || !isInForce) continue;
    if (!held || from > (held.from?.slice(0, 10) ?? '')) held = role;
  }
  return held?.title ? { title: held.title, organisation: held.organisation || null } : null;
}

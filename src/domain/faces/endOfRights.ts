/** When the rights in a picture end, as it is stored or read; null for never. */
export type EndOfRights = string | Date | null | undefined;

/** Whether the picture may no longer be shown. An end that cannot be read counts as past. */
export function haveRightsEnded(end: EndOfRights, now: Date): boolean {
  return Boolean(end) && !(now.getTime() < timeOf(end));
}

/** Whether rights would end sooner by `end` than by `other`. */
export function endsSooner(end: EndOfRights, other: EndOfRights): boolean {
  return Boolean(end) && (!other || timeOf(end) < timeOf(other));
}

/** Whether two ends are the same moment, however they are written. */
export function isSameEnd(one: EndOfRights, other: EndOfRights): boolean {
  return one && other ? timeOf(one) === timeOf(other) : !one === !other;
}

function timeOf(end: EndOfRights): number {
  return new Date(end ?? Number.NaN).getTime();
}

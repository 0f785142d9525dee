import { isZone } from '../../domain/schedule/isZone';

/** The validation of a field that holds a time zone; empty stands for the default. */
export function timeZone(value: string | null | undefined): true | string {
  if (!value || isZone(value)) return true;
  return `“${value}” is no time zone that is known here. Use a name like Europe/Amsterdam.`;
}

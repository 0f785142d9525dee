/**
 * Place in capitals, or place with an agency in brackets, or place with a date, and then a dash:
 * "PORT HALLOW (Harbour Wire) —", "NEW QUAY, March 3 –", "Port Hallow (HPA) -".
 */
const PLACE = String.raw`\p{Lu}[\p{Lu}\p{M}.'’ -]+(?:,\s(?:\p{Lu}[\p{L}.]+)(?:\s\p{Lu}[\p{L}.]+)?)?`;
const MIXED_PLACE = String.raw`\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){0,3}(?:,\s\p{Lu}[\p{L}. ]+?)?`;
const DATE = String.raw`(?:,\s(?:\p{L}+\.?\s\d{1,2}|\d{1,2}\.?\s\p{L}+)(?:,?\s\d{4})?)`;
const AGENCY = String.raw`(?:\s\([^()]{2,40}\))`;
const DATELINE = new RegExp(
  String.raw`^((?:${PLACE})${DATE}?${AGENCY}?|(?:${MIXED_PLACE})${DATE}?${AGENCY})\s?(?:—|–|--|-)\s+(?=\S)`,
  'u',
);
const LONGEST = 90;

/**
 * Splits the dateline from the paragraph that it opens. `dateline` is as written, the dash that
 * follows it is dropped; `rest` is every other word of the paragraph unchanged.
 */
export function readDateline(paragraph: string): { dateline: string | null; rest: string } {
  const match = DATELINE.exec(paragraph);
  const dateline = match?.[1]?.trim();
  if (match === null || dateline === undefined || dateline.length > LONGEST) {
    return { dateline: null, rest: paragraph };
  }
  return { dateline, rest: paragraph.slice(match[0].length) };
}

const STEPS: readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Beyond this a date says more than a number of days. */
const LONGEST_DAYS = 14;

/** A time in words, "3 hours ago"; the exact one belongs into the title of the element. */
export function timeWords(iso: string, now: number, language: string): string {
  const seconds = Math.round((Date.parse(iso) - now) / 1000);
  if (Math.abs(seconds) > LONGEST_DAYS * 86_400) {
    return new Date(iso).toLocaleDateString(language, { dateStyle: 'medium' });
  }
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const step = STEPS.find(([, length]) => Math.abs(seconds) >= length);
  return step ? words.format(Math.trunc(seconds / step[1]), step[0]) : words.format(0, 'second');
}

/** The exact time in the reader's own zone, named. */
export function exactTime(iso: string, language: string): string {
  return new Date(iso).toLocaleString(language, { dateStyle: 'full', timeStyle: 'long' });
}

/**
 * Whether a passage of a text begins and ends between words and numbers: "art" is no passage of
 * "party", "5" none of "1.5", "-5" or "5%", "do" none of "don't".
 */
export function isWhole(options: { text: string; start: number; end: number }): boolean {
  const { text, start, end } = options;
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  const opensWithWord = /^[\p{L}\p{N}]/u.test(text.slice(start, start + 2));
  const opensWithNumber = /^\p{N}/u.test(text.slice(start, start + 2));
  const endsWithWord = /[\p{L}\p{N}\p{M}]$/u.test(text.slice(Math.max(start, end - 2), end));
  const endsWithNumber = /\p{N}$/u.test(text.slice(Math.max(start, end - 2), end));
  const cutsBefore = opensWithWord && /[\p{L}\p{N}\p{M}]$|[\p{L}\p{N}][-']$/u.test(before);
  const cutsSign = opensWithNumber && /\p{N}[.,:]$|(^|\s)-$/u.test(before);
  const cutsAfter = endsWithWord && /^[\p{L}\p{N}\p{M}]|^[-'][\p{L}\p{N}]/u.test(after);
  const cutsNumber = endsWithNumber && /^([.,:]\p{N}|%)/u.test(after);
  return !cutsBefore && !cutsSign && !cutsAfter && !cutsNumber;
}

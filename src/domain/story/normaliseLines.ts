/**
 * Gives every line the same end (one line feed), and drops the byte order mark, form feeds and the
 * spaces at the end of lines. The words and marks of each line stay exactly as written.
 */
export function normaliseLines(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n|[\r\u0085\u2028\u2029\f]/g, '\n')
    .replace(/[^\S\n]+$/gm, '');
}

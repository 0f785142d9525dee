/** The kinds of file that stories come in. */
export type Format = 'text' | 'markdown' | 'html' | 'docx' | 'ninjs' | 'xml';

/** By the ending of a file's name. */
export const FORMATS: Readonly<Record<string, Format>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  json: 'ninjs',
  xml: 'xml',
  wxr: 'xml',
  nitf: 'xml',
  ntf: 'xml',
  newsml: 'xml',
};

export const MEGABYTE = 1024 * 1024;
/** One story as text is far below this; exports hold thousands of them, documents hold pictures. */
export const MOST_BYTES: Readonly<Record<Format, number>> = {
  text: 2 * MEGABYTE,
  markdown: 2 * MEGABYTE,
  html: 8 * MEGABYTE,
  docx: 16 * MEGABYTE,
  ninjs: 32 * MEGABYTE,
  xml: 64 * MEGABYTE,
};

/** The largest file that any format may be, in bytes. */
export const LARGEST_FILE = Math.max(...Object.values(MOST_BYTES));

/** What can be imported, in words. */
export const FORMATS_IN_WORDS =
  'plain text (.txt), Markdown (.md), HTML (.html), Word (.docx), ninjs (.json), NewsML, NITF or a WordPress export (.xml)';

import { inflateRawSync } from 'node:zlib';

import JSZip from 'jszip';
import mammoth from 'mammoth';

import type {
  StoryComment,
  TrackedChanges,
  WordReader,
  WordText,
} from '../../domain/formats/WordText';

/** A document unpacks to some times its size; one that says far more is made to fill the memory. */
const MOST_UNPACKED = 128 * 1024 * 1024;
/** The text of a document, which is read as a whole: a novel has 3 MB. */
const MOST_TEXT = 24 * 1024 * 1024;
/** A novel has five thousand. */
const MOST_PARAGRAPHS = 20_000;
/** Tables in tables, and text boxes: whoever reads them calls itself once for each. */
const DEEPEST = 200;

// Word's names of its styles, which it keeps in English in every language, and LibreOffice's.
const STYLES = [
  "p[style-name='Title'] => p.MsoTitle:fresh",
  "p[style-name='Subtitle'] => p.MsoSubtitle:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Caption'] => p.MsoCaption:fresh",
  "p[style-name='caption'] => p.MsoCaption:fresh",
  'strike => s',
];

/** Titles and authors that programs write into a document by themselves. */
const BY_ITSELF =
  /^(?:microsoft (?:word|office)\b.*|python-docx|document ?\d*|dokument ?\d*|untitled.*|unbenannt.*|word document|.*\.(?:docx?|dotx?|odt|rtf))$/i;

/**
 * The text of a Word document (.docx) as HTML: headings, quotations and captions by style, emphasis,
 * links, lists, tables and notes, and its pictures. Comments and tracked changes
 * stand beside it. A document that would take too long or too much memory is refused with the reason.
 */
export const wordToHtml: WordReader = async (bytes, tracked = 'accepted') => {
  if (!unpacksWithin(bytes, MOST_UNPACKED)) {
    return {
      fault: `It unpacks to more than ${MOST_UNPACKED / 1024 / 1024} MB, which is not accepted.`,
    };
  }
  try {
    const zip = await JSZip.loadAsync(bytes);
    const read = async (name: string) => (await zip.file(name)?.async('string')) ?? '';
    const text = await read('word/document.xml');
    const bound = boundOf(text);
    if (bound) return { fault: bound };
    const comments: WordText['comments'] = [];
    const readText = asWanted(text, tracked);
    if (readText !== text) zip.file('word/document.xml', readText);
    const readable =
      readText === text ? Buffer.from(bytes) : await zip.generateAsync({ type: 'nodebuffer' });
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: readable },
      {
        styleMap: STYLES,
        includeEmbeddedStyleMap: false,
        convertImage: mammoth.images.imgElement(async (image) => ({
          src: `data:${image.contentType};base64,${await image.readAsBase64String()}`,
        })),
        transformDocument: (document: unknown) => {
          comments.push(...commentsOf(document, readText));
          return document;
        },
      },
    );
    const properties = await read('docProps/core.xml');
    const property = (name: string) => {
      const found = textIn(
        new RegExp(`<(?:\\w+:)?${name}[^>]*>([^<]*)<`).exec(properties)?.[1] ?? '',
      );
      return found === '' || BY_ITSELF.test(found) ? null : found;
    };
    const margins = await Promise.all(
      Object.keys(zip.files)
        .filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name))
        .map(async (name) => runsOf(await read(name), 'w:t')),
    );
    return {
      html: value,
      title: property('title'),
      author: property('creator'),
      language: property('language'),
      comments,
      insertions: changesOf(text, 'ins', 'w:t'),
      deletions: [...changesOf(text, 'del', 'w:delText'), ...changesOf(text, 'moveFrom', 'w:t')],
      equations: changesOf(text, 'm:oMath', 'm:t'),
      margins: margins.filter((words) => /\p{L}{2}/u.test(words)),
      lost: lostWords(readText, value),
      messages: messages
        .filter(({ message }) => !/^Unrecognised (?:paragraph|run) style/.test(message))
        .map(({ message }) => message),
    };
  } catch {
    return { fault: 'It is no Word document that can be read.' };
  }
};

/** The text as Mammoth can read it, and with its tracked changes as somebody wants them. */
function asWanted(text: string, tracked: TrackedChanges): string {
  // Mammoth leaves these out with their words: a date, a number of pages.
  const readable = text.replace(/<\/?w:fldSimple(?: [^>]*)?>/g, '');
  if (tracked === 'accepted') return readable;
  return readable
    .replace(/<w:(ins|moveTo) [^>]*[^/]>[\s\S]*?<\/w:\1>/g, '')
    .replace(/<\/?w:(?:del|moveFrom)(?: [^>]*[^/])?>/g, '')
    .replace(/<(\/?)w:delText\b/g, '<$1w:t');
}

function boundOf(text: string): string | null {
  if (text.length > MOST_TEXT)
    return `Its text has more than ${MOST_TEXT / 1024 / 1024} MB, which is not accepted.`;
  const paragraphs = text.match(/<w:p[ >/]/g)?.length ?? 0;
  if (paragraphs > MOST_PARAGRAPHS) {
    return `It has ${paragraphs} paragraphs, more than the ${MOST_PARAGRAPHS} allowed. Split it.`;
  }
  let depth = 0;
  for (const [tag] of text.matchAll(/<\/?[\w:]+[^>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    if (depth > DEEPEST) return `It nests deeper than ${DEEPEST} levels, which is not accepted.`;
  }
  return null;
}

interface Piece {
  type?: string;
  value?: unknown;
  children?: Piece[];
  comments?: { commentId?: string; authorName?: string; body?: Piece[] }[];
}

function commentsOf(document: unknown, text: string): StoryComment[] {
  return ((document as Piece).comments ?? []).map(({ commentId, authorName, body = [] }) => ({
    author: authorName ?? null,
    words: body.map(wordsOf).join(' ').trim(),
    about: aboutOf(commentId ?? '', text),
  }));
}

/** The words between the marks of a comment; of several paragraphs the first. */
function aboutOf(id: string, text: string): string | null {
  const mark = (name: string) =>
    new RegExp(`<w:comment${name}\\b[^>]*w:id="${id.replace(/\D/g, '')}"[^>]*>`).exec(text);
  const [start, end] = [mark('RangeStart'), mark('RangeEnd')];
  if (!start || !end || end.index < start.index) return null;
  const inside = text.slice(start.index, end.index).split('</w:p>');
  return inside.map((paragraph) => runsOf(paragraph, 'w:t')).find((words) => words !== '') ?? null;
}

function wordsOf(piece: Piece): string {
  return typeof piece.value === 'string'
    ? piece.value
    : (piece.children ?? []).map(wordsOf).join('');
}

/** The words of each tracked change of a kind; one without words is of a paragraph's end. */
function changesOf(xml: string, change: string, run: string): string[] {
  const name = change.includes(':') ? change : `w:${change}`;
  const changes = xml.matchAll(new RegExp(`<${name}(?: [^>]*[^/])?>([\\s\\S]*?)</${name}>`, 'g'));
  return [...changes].map(([, inside = '']) => runsOf(inside, run)).filter((words) => words !== '');
}

/** Words of a document that are not in what was made of it, in their order. */
function lostWords(xml: string, html: string): string[] {
  const moved = xml.replace(/<w:moveFrom [^>]*>[\s\S]*?<\/w:moveFrom>/g, '');
  const text = [...moved.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<\/w:p>|<w:(?:tab|br)[ /]/g)]
    .map(([, words]) => words ?? ' ')
    .join('');
  const kept = new Map<string, number>();
  // The pictures in it are longer than all words.
  const shown = html
    .replace(/<\/?(?:p|li|td|th|h\d|br|blockquote)\b[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '');
  for (const word of wordsIn(shown)) kept.set(word, (kept.get(word) ?? 0) + 1);
  return wordsIn(text).filter((word) => {
    const left = kept.get(word) ?? 0;
    kept.set(word, left - 1);
    return left <= 0;
  });
}

function wordsIn(xml: string): string[] {
  return textIn(xml).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function runsOf(xml: string, run: string): string {
  const runs = xml.matchAll(new RegExp(`<${run}(?: [^>]*)?>([^<]*)</${run}>`, 'g'));
  return textIn([...runs].map(([, words = '']) => words).join(''));
}

function textIn(xml: string): string {
  return xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
    .trim();
}

/**
 * Whether the parts of a zip unpack to no more than so many bytes, by unpacking each: its directory may
 * say anything (PKWARE APPNOTE 4.3.7 and 4.3.12).
 */
function unpacksWithin(bytes: Uint8Array, most: number): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = most;
  for (let at = 0; at + 46 <= bytes.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const isDeflated = view.getUint16(at + 10, true) === 8;
    const size = view.getUint32(at + 20, true);
    const local = view.getUint32(at + 42, true);
    if (local + 30 > bytes.length) continue;
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    try {
      left -= isDeflated
        ? inflateRawSync(bytes.subarray(from, from + size), { maxOutputLength: Math.max(1, left) })
            .length
        : size;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return false;
      // A broken part is for whoever reads the document.
    }
    if (left <= 0) return false;
    at += 45;
  }
  return true;
}

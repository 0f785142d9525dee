import { all, at, attribute, parseXml, textAt } from './parseXml';
import { readByline } from './readByline';
import { noteRest } from './noteRest';
import { isoDate } from './readHtmlPage';
import { openReceipt, type ReceiptBook } from './Receipt';
import { plainWords } from './plainWords';
import { sourceFile, sourceStory, unreadable, type SourceFile } from './SourceStory';

/** What elements of NITF are called in HTML; any other stays as it is. */
const IN_HTML: Readonly<Record<string, string>> = {
  hl1: 'h1',
  hl2: 'h2',
  bq: 'blockquote',
  block: 'div',
  credit: 'cite',
  media: 'figure',
  'media-caption': 'figcaption',
  'media-producer': 'figcaption',
  'media-metadata': 'template',
  'media-object': 'template',
  fn: 'div',
  abstract: 'div',
  tagline: 'p',
};

/**
 * XML that stands for a text (XHTML, NITF, with prefixes or without) as HTML that an HTML parser takes
 * in the same meaning: no prefixes, no elements closed by their own tag, no CDATA.
 */
export function xmlAsHtml(xml: string): string {
  return xml
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) =>
      text.replace(/&/g, '&amp;').replace(/</g, '&lt;'),
    )
    .replace(/<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>/gi, '')
    .replace(
      /<(\/?)(?:[\w.-]+:)?([a-z][\w.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/gi,
      (_, close: string, tag: string, attributes: string, empty: string) => {
        const name = tag.toLowerCase();
        if (name === 'media-reference') {
          const source = /\bsource\s*=\s*("[^"]*"|'[^']*')/.exec(attributes)?.[1] ?? '""';
          const alt = /\balternate-text\s*=\s*("[^"]*"|'[^']*')/.exec(attributes)?.[1] ?? '""';
          return close ? '' : `<img src=${source} alt=${alt}>`;
        }
        const html =
          IN_HTML[name] ?? (['nitf', 'body', 'html', 'head'].includes(name) ? 'div' : name);
        const isVoid = /^(?:br|hr|img|col|wbr)$/.test(html);
        return close || !empty || isVoid
          ? `<${close}${html}${attributes}>`
          : `<${html}${attributes}></${html}>`;
      },
    );
}

/** The text of a NITF document, or of a piece of one, as HTML. */
export function readNitfBody(nitf: string): string {
  const content = /<(?:\w+:)?body\.content[^>]*>([\s\S]*)<\/(?:\w+:)?body\.content>/i.exec(
    nitf,
  )?.[1];
  const end = /<(?:\w+:)?body\.end[^>]*>([\s\S]*)<\/(?:\w+:)?body\.end>/i.exec(nitf)?.[1] ?? '';
  if (content === undefined) {
    return xmlAsHtml(nitf.replace(/<(?:\w+:)?body\.head[\s>][\s\S]*<\/(?:\w+:)?body\.head>/i, ''));
  }
  return xmlAsHtml(`${content}${end}`);
}

/** What the head of a NITF document's body says of its story. */
export interface NitfHead {
  headline: string | null;
  standfirst: string | null;
  bylines: string[];
  dateline: string | null;
  editorialNote: string | null;
  copyrightLine: string | null;
}

export function nitfHead(nitf: string, book: ReceiptBook): NitfHead {
  const head = /<(?:\w+:)?body\.head[\s>]([\s\S]*)<\/(?:\w+:)?body\.head>/i.exec(nitf)?.[1] ?? '';
  const inside = (name: string): string[] =>
    [
      ...head.matchAll(
        new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([\\s\\S]*?)</(?:\\w+:)?${name}>`, 'gi'),
      ),
    ].flatMap(([, words]) => plainWords(xmlAsHtml(words ?? '')) ?? []);
  const bylines = inside('byline').flatMap((line) => readByline(line.replace(/\s+/g, ' '), book));
  const [dateline = null] = inside('dateline');
  for (const lesser of inside('hl2')) book.note('otherVersion', lesser);
  for (const distributor of inside('distributor'))
    book.note('property', `distributor: ${distributor}`);
  const series = /<(?:\w+:)?series\s[^>]*?series\.name\s*=\s*["']([^"']*)/i.exec(head)?.[1];
  if (series) book.note('property', `series: ${series}`);
  return {
    headline: inside('hl1')[0] ?? null,
    standfirst: inside('abstract')[0] ?? null,
    bylines,
    dateline,
    editorialNote: inside('note').join(' ') || null,
    copyrightLine: inside('rights')[0] ?? null,
  };
}

const READ_OF_DATA =
  'doc-id urgency du-key key-list doc.copyright date.release date.issue ed-msg'.split(' ');

/** IPTC NITF, a document alone. */
export function readNitf(text: string): SourceFile {
  const parsed = parseXml(text, { raw: ['body'], withoutPrefixes: true });
  if (!parsed.ok) return sourceFile({ problems: [parsed.problem] });
  const nitf = at(parsed.root, 'nitf');
  const body = textAt(nitf, 'body');
  if (!nitf || body === null) return unreadable('It has no text: a body is wanted.');
  const book = openReceipt();
  const head = nitfHead(body, book);
  const data = at(nitf, 'head', 'docdata');
  const status = attribute(data, 'management-status') ?? 'usable';
  const id = attribute(at(data, 'doc-id'), 'id-string');
  const notes = all(data, 'ed-msg').flatMap(
    (each) => attribute(each, 'info') ?? attribute(each, 'msg-type') ?? [],
  );
  const note = [head.editorialNote, ...notes].filter(Boolean).join(' ') || null;
  if (/cancel|kill|withheld/i.test(status)) {
    return id === null
      ? unreadable(`It has the status “${status}”: its source does not let it be used.`)
      : sourceFile({ kills: [{ externalId: id, version: null, reason: note }] });
  }
  const urgency = attribute(at(data, 'urgency'), 'ed-urg');
  if (urgency) book.note('urgency', urgency);
  const key = attribute(at(data, 'du-key'), 'key');
  if (key) book.note('slugline', key);
  noteRest(data, READ_OF_DATA, book);
  noteRest(at(nitf, 'head'), ['title', 'docdata', 'tobject', 'meta'], book);
  const codes = all(at(nitf, 'head', 'tobject'), 'tobject.subject').map((subject) => ({
    code: attribute(subject, 'tobject.subject.refnum'),
    name:
      attribute(subject, 'tobject.subject.matter') ?? attribute(subject, 'tobject.subject.type'),
  }));
  const keywords = all(at(data, 'key-list'), 'keyword').map((keyword) => ({
    code: null,
    name: attribute(keyword, 'key'),
  }));
  return sourceFile({
    stories: [
      sourceStory({
        externalId: id,
        facts: {
          headline: head.headline ?? plainWords(textAt(nitf, 'head', 'title')),
          standfirst: head.standfirst,
          bylines: head.bylines,
          dateline: head.dateline,
          copyrightLine: head.copyrightLine,
          publisher: attribute(at(data, 'doc.copyright'), 'holder'),
        },
        desk: {
          editorialNote: note,
          subjects: [...codes, ...keywords].filter(({ code, name }) => code ?? name),
          publishedAt: nitfDate(attribute(at(data, 'date.release'), 'norm')),
          version: { number: null, createdAt: nitfDate(attribute(at(data, 'date.issue'), 'norm')) },
        },
        html: readNitfBody(body),
        language: attribute(nitf, 'lang') ?? attribute(at(nitf, 'body'), 'lang'),
        firstLine: 'like a headline',
        book,
      }),
    ],
  });
}

/** "20240502T080000Z" is ISO 8601 too. */
export function nitfDate(date: string | null): string | null {
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone = 'Z'] =
    /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d:?\d\d)?$/.exec(date ?? '') ?? [];
  if (!year || !month || !day) return isoDate(date);
  const offset = zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  return isoDate(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
}

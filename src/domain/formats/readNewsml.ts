import { all, at, attribute, parseXml, textAt, type XmlElement } from './parseXml';
import { paragraphsAsHtml } from './paragraphsAsHtml';
import type { SourcePicture } from '../richText/pictureOf';
import { plainWords } from './plainWords';
import { readByline } from './readByline';
import { noteRest } from './noteRest';
import { isoDate } from './readHtmlPage';
import { nitfHead, readNitfBody, xmlAsHtml } from './readNitf';
import { openReceipt, type ReceiptBook } from './Receipt';
import {
  sourceFile,
  sourceStory,
  unreadable,
  type Kill,
  type SourceFile,
  type SourceStory,
} from './SourceStory';

const NITF = /<(?:\w+:)?(?:nitf|body\.content)[\s>]/i;

/** IPTC NewsML-G2, with prefixes or without: a news message, or one news item alone. */
export function readNewsml(text: string): SourceFile {
  const parsed = parseXml(text, { raw: ['inlineXML'], withoutPrefixes: true });
  if (!parsed.ok) return sourceFile({ problems: [parsed.problem] });
  const items = [parsed.root, ...all(at(parsed.root, 'newsMessage'), 'itemSet')].flatMap((set) =>
    all(set, 'newsItem'),
  );
  const packages = [parsed.root, ...all(at(parsed.root, 'newsMessage'), 'itemSet')].flatMap((set) =>
    all(set, 'packageItem'),
  );
  if (items.length === 0) {
    return unreadable(
      packages.length > 0
        ? 'It is a package that names stories and holds none.'
        : 'It holds no newsItem.',
    );
  }
  const file = sourceFile();
  const about = openReceipt();
  for (const each of packages)
    about.note('otherEntry', `packageItem ${attribute(each, 'guid') ?? ''}`);
  file.receipt = about.receipt();
  for (const [index, item] of items.entries()) {
    const story = storyOf(item);
    const place = `item ${attribute(item, 'guid') ?? index + 1}`;
    if (typeof story === 'string') file.problems.push({ place, message: story });
    else if ('html' in story) file.stories.push(story);
    else file.kills.push(story);
  }
  return file;
}

function storyOf(item: XmlElement): SourceStory | Kill | string {
  const itemMeta = at(item, 'itemMeta');
  const itemClass = attribute(at(itemMeta, 'itemClass'), 'qcode') ?? 'ninat:text';
  if (!/(?:^|:|\/)text$/.test(itemClass)) return `It is of class “${itemClass}”, not text.`;
  const guid = attribute(item, 'guid');
  const number = Number(attribute(item, 'version') ?? NaN);
  const createdAt = isoDate(textAt(itemMeta, 'versionCreated'));
  const version = { number: Number.isFinite(number) ? number : null, createdAt };
  const editorialNote =
    all(itemMeta, 'edNote')
      .flatMap((note) => plainWords(textAt(note)) ?? [])
      .join(' ') || null;
  const status = attribute(at(itemMeta, 'pubStatus'), 'qcode') ?? 'stat:usable';
  if (!/(?:^|:)usable$/.test(status)) {
    return guid === null
      ? `It has the status “${status}”: its source does not let it be used.`
      : { externalId: guid, version, reason: editorialNote };
  }
  const book = openReceipt();
  const body = bodyOf(item, book);
  if (body === null) return 'It has no text: inlineXML or inlineData is wanted.';
  const { html, nitf } = body;
  const meta = at(item, 'contentMeta');
  const rights = at(item, 'rightsInfo');
  const holder = at(rights, 'copyrightHolder');
  const head = nitf === null ? null : nitfHead(nitf, nitfBook(meta, book));
  const bylines = all(meta, 'by').flatMap((by) => readByline(textAt(by), book));
  const headlines = all(meta, 'headline').flatMap((line) => plainWords(textAt(line)) ?? []);
  for (const other of headlines.slice(1)) book.note('otherVersion', other);
  noteOthers(item, book);
  return sourceStory({
    externalId: guid,
    facts: {
      headline: headlines[0] ?? head?.headline ?? plainWords(textAt(itemMeta, 'title')),
      standfirst: summaryOf(meta) ?? head?.standfirst ?? null,
      dateline: plainWords(textAt(meta, 'dateline')) ?? head?.dateline ?? null,
      bylines: bylines.length > 0 ? bylines : (head?.bylines ?? creators(meta)),
      publisher: textAt(holder, 'name') ?? attribute(holder, 'literal') ?? providerOf(itemMeta),
      copyrightLine: plainWords(textAt(rights, 'copyrightNotice')),
      licence: plainWords(textAt(rights, 'usageTerms')),
    },
    desk: {
      version,
      editorialNote: [editorialNote, head?.editorialNote].filter(Boolean).join(' ') || null,
      subjects: subjectsOf(meta),
      publishedAt: isoDate(textAt(itemMeta, 'firstCreated')),
    },
    html,
    lead: leadOf(item, book),
    language: attribute(at(meta, 'language'), 'tag') ?? attribute(item, 'lang'),
    embargoUntil: textAt(itemMeta, 'embargoed'),
    firstLine: 'like a headline',
    book,
  });
}

/** What the NITF says once more needs no telling twice. */
function nitfBook(meta: XmlElement | undefined, book: ReceiptBook): ReceiptBook {
  return all(meta, 'by').length > 0 ? openReceipt() : book;
}

function creators(meta: XmlElement | undefined): string[] {
  return all(meta, 'creator').flatMap((creator) => {
    const name = plainWords(textAt(creator, 'name'));
    return name ? [name] : [];
  });
}

function providerOf(itemMeta: XmlElement | undefined): string | null {
  const provider = at(itemMeta, 'provider');
  return textAt(provider, 'name') ?? attribute(provider, 'literal');
}

function subjectsOf(meta: XmlElement | undefined) {
  const subjects = all(meta, 'subject').map((subject) => ({
    code: attribute(subject, 'qcode') ?? attribute(subject, 'uri') ?? attribute(subject, 'literal'),
    name: plainWords(textAt(subject, 'name')),
  }));
  const keywords = all(meta, 'keyword').map((keyword) => ({
    code: null,
    name: plainWords(textAt(keyword)),
  }));
  return [...subjects, ...keywords].filter(({ code, name }) => code ?? name);
}

/** What is read above of each part of an item. */
const READ = {
  itemMeta: 'itemClass versionCreated edNote pubStatus provider embargoed firstCreated link title',
  contentMeta:
    'by creator headline dateline description language subject keyword slugline urgency located genre',
  rightsInfo: 'copyrightHolder copyrightNotice usageTerms',
};

function noteOthers(item: XmlElement, book: ReceiptBook): void {
  const meta = at(item, 'contentMeta');
  for (const name of ['slugline', 'urgency'] as const) {
    for (const each of all(meta, name)) book.note(name, textAt(each));
  }
  for (const located of all(meta, 'located')) {
    book.note('placeName', textAt(located, 'name') ?? attribute(located, 'qcode'));
  }
  for (const genre of all(meta, 'genre')) {
    book.note('property', `genre: ${textAt(genre, 'name') ?? attribute(genre, 'qcode') ?? ''}`);
  }
  const title = plainWords(textAt(at(item, 'itemMeta'), 'title'));
  const headline = plainWords(textAt(at(meta, 'headline')));
  if (title !== null && headline !== null && title !== headline)
    book.note('property', `title: ${title}`);
  for (const [part, names] of Object.entries(READ))
    noteRest(at(item, part), names.split(' '), book);
  for (const description of all(meta, 'description')) {
    const words = plainWords(textAt(description));
    if (words !== null && words !== summaryOf(meta)) book.note('otherVersion', words);
  }
  for (const link of all(at(item, 'itemMeta'), 'link')) {
    if (!/^image/.test(attribute(link, 'contenttype') ?? ''))
      book.note(
        'property',
        `link: ${attribute(link, 'href') ?? attribute(link, 'residref') ?? ''}`,
      );
  }
  for (const remote of all(at(item, 'contentSet'), 'remoteContent')) {
    const kind = attribute(remote, 'contenttype') ?? '';
    if (/^image/.test(kind)) continue;
    const address = attribute(remote, 'href');
    book.note(/^(?:video|audio)/.test(kind) ? 'video' : 'otherVersion', address);
  }
}

/** The first is what the story is shown with; one that only has a name is told. */
function leadOf(item: XmlElement, book: ReceiptBook): SourcePicture | null {
  const links = [
    ...all(at(item, 'contentSet'), 'remoteContent'),
    ...all(at(item, 'itemMeta'), 'link'),
  ].filter((each) => /^image/.test(attribute(each, 'contenttype') ?? ''));
  let lead: SourcePicture | null = null;
  for (const link of links) {
    const src = attribute(link, 'href');
    const title = plainWords(textAt(link, 'title'));
    if (lead === null && src !== null) lead = { src, alt: title, caption: title, credit: null };
    else book.note('picture', src ?? attribute(link, 'residref'));
  }
  return lead;
}

function summaryOf(meta: XmlElement | undefined): string | null {
  const summary = all(meta, 'description').find((description) =>
    /summary$/.test(attribute(description, 'role') ?? ''),
  );
  return plainWords(textAt(summary));
}

/** XHTML or NITF as HTML, else plain text; of several ways to say it the richest. */
function bodyOf(item: XmlElement, book: ReceiptBook): { html: string; nitf: string | null } | null {
  const inlines = all(at(item, 'contentSet'), 'inlineXML').flatMap(
    (inline) => textAt(inline) ?? [],
  );
  const inline = inlines.find((text) => !NITF.test(text)) ?? inlines[0];
  for (const other of inlines.slice(1)) book.note('otherVersion', other.slice(0, 40));
  if (inline !== undefined) {
    if (NITF.test(inline)) return { html: readNitfBody(inline), nitf: inline };
    return {
      html: xmlAsHtml(inline.replace(/<(?:\w+:)?head[\s>][\s\S]*?<\/(?:\w+:)?head>/i, '')),
      nitf: null,
    };
  }
  const [data] = all(at(item, 'contentSet'), 'inlineData');
  const text = textAt(data);
  if (text === null) return null;
  const isHtml =
    /html/.test(attribute(data, 'contenttype') ?? '') || /<p[\s>][\s\S]*<\/p>/i.test(text);
  return { html: isHtml ? text : paragraphsAsHtml(text), nitf: null };
}

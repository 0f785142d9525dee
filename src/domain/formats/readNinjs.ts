import { z } from 'zod';

import { paragraphsAsHtml } from './paragraphsAsHtml';
import { figureHtml } from './figureHtml';
import { captionOf, type SourcePicture } from '../richText/pictureOf';
import { plainWords } from './plainWords';
import { readByline } from './readByline';
import { noteRest } from './noteRest';
import { isoDate } from './readHtmlPage';
import { readNitfBody } from './readNitf';
import { openReceipt, type ReceiptBook } from './Receipt';
import {
  sourceFile,
  sourceStory,
  unreadable,
  type Kill,
  type SourceFile,
  type SourceStory,
  type StoryVersion,
  type Subject,
} from './SourceStory';

type Item = Record<string, unknown>;

/** An item by its properties' names in small letters: 1.x and 2.x write them so, 3.x with capitals. */
const item = z
  .record(z.string(), z.unknown())
  .transform((value): Item =>
    Object.fromEntries(Object.entries(value).map(([name, held]) => [name.toLowerCase(), held])),
  );

/**
 * Items of IPTC ninjs 1.0 to 3.x, or of Superdesk's own ninjs, in JSON: one alone, several in an
 * array, or a package that holds others. Throws nothing: see `problems`.
 */
export function readNinjs(text: string): SourceFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return unreadable(`It is not valid JSON: ${(error as Error).message}.`);
  }
  const file = sourceFile();
  const items = Array.isArray(parsed) ? (parsed as unknown[]) : [parsed];
  for (const [index, each] of items.entries()) {
    const place = items.length > 1 ? { place: `item ${index + 1}` } : {};
    const read = item.safeParse(each);
    const story = read.success ? storyOf(read.data) : 'It is no ninjs item: an object is wanted.';
    if (typeof story === 'string') file.problems.push({ ...place, message: story });
    else if ('html' in story) file.stories.push(story);
    else file.kills.push(story);
  }
  return file;
}

function storyOf(ninjs: Item): SourceStory | Kill | string {
  const type = words(ninjs.type);
  if (type && type !== 'text') return `It is of type “${type}”, not text.`;
  const externalId = words(ninjs.uri) ?? words(ninjs.guid) ?? words(ninjs._id);
  const version = versionOf(ninjs);
  const status = words(ninjs.pubstatus) ?? words(ninjs.pub_status) ?? '';
  const editorialNote = noteOf(ninjs);
  if (/cancel|withheld|kill|recall/i.test(status)) {
    if (externalId === null)
      return 'It was cancelled or withheld by its source: do not publish it.';
    const reason = editorialNote ?? plainWords(words(ninjs.body_html) ?? words(ninjs.body_text));
    return { externalId, version, reason };
  }
  const book = openReceipt();
  const body = bodyOf(ninjs, book);
  if (body === null) return 'It has no body: body_html, body_xhtml, body_text or bodies is wanted.';
  const rights = lowered(ninjs.rightsinfo);
  const headline = variantOf(ninjs, { plain: 'headline', list: 'headlines' }, book);
  const standfirst = variantOf(ninjs, { plain: 'description', list: 'descriptions' }, book);
  noteOthers(ninjs, book);
  const pictures = associated(ninjs, book);
  return sourceStory({
    lead: pictures[0] ?? null,
    externalId,
    facts: {
      headline,
      standfirst,
      dateline: words(ninjs.located) ?? words(ninjs.dateline),
      bylines: bylinesOf(ninjs, book),
      publisher:
        words(ninjs.copyrightholder) ??
        words(rights.copyrightholder) ??
        objects(ninjs.infosources).map(({ name }) => words(name))[0] ??
        words(ninjs.source),
      copyrightLine: words(ninjs.copyrightnotice) ?? words(rights.copyrightnotice),
      licence: plainWords(words(ninjs.usageterms) ?? words(rights.usageterms)),
      url: externalId && /^https?:/.test(externalId) ? externalId : null,
    },
    desk: {
      version,
      editorialNote,
      subjects: subjectsOf(ninjs),
      publishedAt: isoDate(words(ninjs.firstpublished)),
    },
    html: `${body}${pictures.slice(1).map(figureHtml).join('')}`,
    language: words(ninjs.language),
    embargoUntil: words(ninjs.embargoed) ?? words(ninjs.embargo),
    book,
  });
}

function versionOf(ninjs: Item): StoryVersion | null {
  const number = Number(ninjs.version ?? NaN);
  const createdAt = isoDate(words(ninjs.versioncreated));
  const is = Number.isFinite(number);
  return is || createdAt ? { number: is ? number : null, createdAt } : null;
}

function noteOf(ninjs: Item): string | null {
  const several = objects(ninjs.ednotes).flatMap(
    ({ value, note }) => words(value) ?? words(note) ?? [],
  );
  return plainWords(
    [words(ninjs.ednote), words(ninjs.editorial_note), ...several].filter(Boolean).join(' '),
  );
}

interface Body {
  name: string;
  type: string;
  text: string;
}

/** HTML before NITF before plain text; what else there is says the same in other words. */
function bodyOf(ninjs: Item, book: ReceiptBook): string | null {
  const named = Object.entries(ninjs).flatMap(([name, value]): Body[] => {
    const [, type] = /^body_(\w+)$/.exec(name) ?? [];
    const text = words(value);
    return type && text ? [{ name, type, text }] : [];
  });
  const listed = objects(ninjs.bodies).flatMap((body): Body[] => {
    const text = words(body.value);
    const type = words(body.contenttype) ?? words(body.type) ?? '';
    return text ? [{ name: words(body.role) ?? 'body', type, text }] : [];
  });
  const rank = ({ type, name }: Body): number => {
    const kind = /nitf/.test(type) ? 2 : /html/.test(type) ? 0 : 4;
    return kind + (/^(?:main|body|body_x?html|body_text|body_nitf)$/.test(name) ? 0 : 1);
  };
  const [best, ...others] = [...named, ...listed].sort((one, other) => rank(one) - rank(other));
  if (!best) return null;
  for (const { name, type, text } of others) {
    // The same text without its marks is no other version.
    if (!/^(?:text|text\/plain)$/.test(type)) book.note('otherVersion', `${name}: ${text}`);
  }
  if (/nitf/.test(best.type)) return readNitfBody(best.text);
  return /html/.test(best.type) || /<p[\s>]/i.test(best.text)
    ? best.text
    : paragraphsAsHtml(best.text);
}

/** A field that comes alone, with suffixes (headline_web) or as a list with roles: the main one. */
function variantOf(
  ninjs: Item,
  { plain, list }: { plain: string; list: string },
  book: ReceiptBook,
): string | null {
  const all = Object.entries(ninjs).flatMap(([name, value]) => {
    const text = name === plain || name.startsWith(`${plain}_`) ? plainWords(words(value)) : null;
    return text ? [{ role: name === plain ? 'main' : name.slice(plain.length + 1), text }] : [];
  });
  const listed = objects(ninjs[list]).flatMap(({ role, value }) => {
    const text = plainWords(words(value));
    return text ? [{ role: words(role) ?? '', text }] : [];
  });
  const variants = [...all, ...listed];
  const main =
    variants.find(({ role }) => /^(?:main|text|html|summary)$|[:/]main$/.test(role)) ?? variants[0];
  for (const { text, role } of variants) {
    if (text !== main?.text) book.note('otherVersion', role ? `${role}: ${text}` : text);
  }
  return main?.text ?? null;
}

function bylinesOf(ninjs: Item, book: ReceiptBook): string[] {
  const authors = objects(ninjs.authors).flatMap(({ name }) => words(name) ?? []);
  const listed = objects(ninjs.bylines).flatMap(
    (each) => words(each.byline) ?? words(each.value) ?? [],
  );
  const suffixed = Object.entries(ninjs).flatMap(([name, value]) =>
    name.startsWith('byline_') ? (words(value) ?? []) : [],
  );
  const alone = words(ninjs.by) ?? words(ninjs.byline);
  const lines =
    listed.length > 0 ? listed : alone ? [alone] : suffixed.length > 0 ? suffixed : authors;
  return [...new Set(lines.flatMap((line) => readByline(line, book)))];
}

function subjectsOf(ninjs: Item): Subject[] {
  const named = ['subject', 'subjects'].flatMap((name) => objects(ninjs[name]));
  const subjects = named.flatMap((subject) => {
    const code =
      words(subject.code) ?? words(subject.qcode) ?? words(subject.uri) ?? words(subject.literal);
    const name = words(subject.name) ?? words(subject.rel);
    return code || name ? [{ code, name }] : [];
  });
  const keywords = Array.isArray(ninjs.keywords) ? ninjs.keywords : [];
  return [
    ...subjects,
    ...keywords.flatMap((name) => (words(name) ? [{ code: null, name: words(name) }] : [])),
  ];
}

/** What is read above, in small letters, and what says something of the file alone. */
const READ = (
  'type uri guid _id version versioncreated pubstatus pub_status ednote ednotes editorial_note copyrightholder copyrightnotice rightsinfo infosources source usageterms located dateline firstpublished language embargoed embargo authors bylines by byline subject subjects keywords bodies place places slugline urgency associations ' +
  'mimetype profile representationtype standards standard $schema'
).split(' ');

function noteOthers(ninjs: Item, book: ReceiptBook): void {
  for (const name of ['place', 'places']) {
    for (const place of objects(ninjs[name]))
      book.note('placeName', words(place.name) ?? words(place.code));
  }
  for (const name of ['slugline', 'urgency'] as const) {
    const value = words(ninjs[name]);
    if (value !== null) book.note(name, value);
  }
  const variants = Object.keys(ninjs).filter((name) =>
    /^(?:body|headline|description|byline)(?:_|s?$)/.test(name),
  );
  const id = words(ninjs.uri) ?? words(ninjs.guid);
  const otherId = words(ninjs.guid);
  if (otherId !== null && otherId !== id) book.note('property', `guid: ${otherId}`);
  noteRest(ninjs, [...READ, ...variants], book);
  const rights = lowered(ninjs.rightsinfo);
  noteRest(rights, ['copyrightholder', 'copyrightnotice', 'usageterms'], book);
}

/** The pictures that hang on a story, the first one for above it; other things are written down. */
function associated(ninjs: Item, book: ReceiptBook): SourcePicture[] {
  const { associations } = ninjs;
  const held = Array.isArray(associations) ? associations : Object.values(lowered(associations));
  return held.flatMap((each): SourcePicture[] => {
    const other = lowered(each);
    const variants = openReceipt();
    const src = renditionOf(other);
    const headline = variantOf(other, { plain: 'headline', list: 'headlines' }, variants);
    const description = variantOf(other, { plain: 'description', list: 'descriptions' }, variants);
    const kind = words(other.type) ?? '';
    if (kind === 'picture' && src) {
      const { caption, credit } = captionOf(
        description ?? plainWords(words(other.body_text)) ?? headline,
      );
      const maker = bylinesOf(other, variants)[0] ?? words(other.copyrightholder);
      return [{ src, alt: headline ?? description, caption, credit: maker ?? credit }];
    }
    const code = { picture: 'picture', video: 'video', audio: 'video' } as const;
    const told = [src ?? words(other.uri) ?? words(other.guid), headline, description];
    book.note(
      code[kind as keyof typeof code] ?? 'otherStory',
      told.filter(Boolean).join(' · ') || null,
    );
    return [];
  });
}

/** The largest of a picture's renditions, else the first that leads anywhere. */
function renditionOf(other: Item): string | null {
  const all = [
    ...objects(other.renditions),
    ...Object.values(lowered(other.renditions)).map(lowered),
  ].filter(({ href }) => words(href));
  const [largest] = all.toSorted((one, next) => Number(next.width ?? 0) - Number(one.width ?? 0));
  return words(largest?.href);
}

function words(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.trim() || null : null;
}

function objects(value: unknown): Item[] {
  return Array.isArray(value) ? value.map((each) => lowered(each)) : [];
}

function lowered(value: unknown): Item {
  if (typeof value === 'string') return { name: value, value };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [name.toLowerCase(), held as unknown]),
  );
}

import { parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';

import type { DeskFacts } from './SourceStory';
import type { StoryFacts } from '../story/storyFromHtml';
import { captionOf, type SourcePicture } from '../richText/pictureOf';
import { plainWords } from './plainWords';
import { readByline } from './readByline';
import type { ReceiptBook } from './Receipt';

/** What stands above a text in YAML, TOML or JSON, and the text below it. */
export interface FrontMatter {
  properties: Record<string, unknown>;
  text: string;
}

/**
 * Takes the front matter off a text: YAML between lines of "---", TOML between lines of "+++", or an
 * object of JSON. Null where there is none. A front matter with a fault is told with its line.
 */
export function takeFrontMatter(
  text: string,
): FrontMatter | { fault: string; line: number | null } | null {
  const source = text.replace(/^\uFEFF/, '');
  const fenced = /^(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)(?:\r?\n|^)\1[ \t]*(?:\r?\n|$)/m.exec(source);
  if (fenced?.index === 0) {
    const [whole, fence, inside = ''] = fenced;
    const below = source.slice(whole.length);
    const read = fence === '---' ? fromYaml(inside) : fromToml(inside);
    return read === null || 'fault' in read ? read : { properties: read.properties, text: below };
  }
  return source.startsWith('{') ? fromJson(source) : null;
}

type Read = { properties: Record<string, unknown> } | { fault: string; line: number | null } | null;

function fromYaml(inside: string): Read {
  // Two rules with words between them are no front matter.
  if (!/^\s*[\w"'-]+[ \t]*:(?:\s|$)/m.test(inside) && inside.trim() !== '') return null;
  const document = parseDocument(inside, { maxAliasCount: 20 } as never);
  const [error] = document.errors;
  if (error) {
    const line = error.linePos?.[0].line ?? null;
    return {
      fault: (error.message.split('\n')[0] ?? '').replace(/ at line.*$/, ''),
      line: line && line + 1,
    };
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount: 20 });
    return { properties: isObject(value) ? value : {} };
  } catch (error) {
    return { fault: (error as Error).message, line: null };
  }
}

function fromToml(inside: string): Read {
  try {
    return { properties: parseToml(inside) };
  } catch (error) {
    const { message, line } = error as Error & { line?: number };
    return { fault: message.split('\n')[0] ?? '', line: line ? line + 1 : null };
  }
}

/** The object ends where its last brace stands on a line that it begins. */
function fromJson(source: string): FrontMatter | null {
  const end = /^\}[ \t]*(?:\r?\n|$)/m.exec(source);
  if (!end) return null;
  const to = end.index + end[0].length;
  try {
    const value: unknown = JSON.parse(source.slice(0, to));
    return isObject(value) ? { properties: value, text: source.slice(to) } : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the properties of a text say, by the names that site generators and editors give them. */
export function factsOf(
  properties: Record<string, unknown>,
  book: ReceiptBook,
): {
  facts: Partial<StoryFacts>;
  desk: Partial<DeskFacts>;
  id: string | null;
  language: string | null;
  lead: SourcePicture | null;
} {
  const left = new Map(Object.entries(properties).map(([key, value]) => [fold(key), value]));
  const take = (...names: string[]): unknown => {
    for (const name of names) {
      const value = left.get(name);
      if (value === undefined || value === null || value === '') continue;
      left.delete(name);
      return value;
    }
    return undefined;
  };
  const line = (...names: string[]) => plainWords(textOf(take(...names)));
  const headline = line('headline', 'title');
  const standfirst = line(
    'standfirst',
    'description',
    'summary',
    'excerpt',
    'subtitle',
    'deck',
    'dek',
    'lead',
  );
  const authors = take('bylines', 'byline', 'authors', 'author', 'by');
  const language = line('lang', 'language', 'locale');
  const id = line('guid', 'id', 'uri', 'uuid');
  const url = line('canonicalurl', 'canonical', 'permalink', 'url', 'link');
  const published = dateOf(
    take('date', 'published', 'publishedat', 'publishdate', 'pubdate', 'datepublished'),
  );
  const slug = line('slug');
  const subjects = ['tags', 'topics', 'categories', 'category', 'keywords', 'subjects'].flatMap(
    (name) => listOf(take(name)),
  );
  let lead: SourcePicture | null = null;
  for (const name of ['image', 'cover', 'featuredimage', 'thumbnail', 'heroimage', 'leadimage']) {
    const picture = take(name);
    if (picture === undefined) continue;
    lead ??= pictureIn(picture);
    if (lead === null) book.note('picture', textOf(picture) ?? JSON.stringify(picture));
  }
  const facts = {
    headline,
    standfirst,
    bylines: namesOf(authors).flatMap((name) => readByline(name, book)),
    dateline: line('dateline', 'location'),
    publisher: line('publisher', 'source', 'site'),
    url: url && /^https?:/i.test(url) ? url : null,
    copyrightLine: line('copyright', 'copyrightnotice'),
    licence: line('licence', 'license', 'rights', 'usageterms'),
  };
  const editorialNote = line('ednote', 'editorialnote', 'note');
  for (const [name, value] of left) {
    const told = textOf(value) ?? JSON.stringify(value);
    book.note('property', `${name}: ${told}`);
  }
  return {
    facts,
    desk: {
      slug,
      editorialNote,
      publishedAt: published,
      subjects: subjects.map((name) => ({ code: null, name })),
    },
    id: id ?? (url && /^https?:/i.test(url) ? url : null),
    language,
    lead,
  };
}

/** An address, or an object with one and what stands below the picture. */
function pictureIn(value: unknown): SourcePicture | null {
  if (Array.isArray(value)) return pictureIn(value[0]);
  const fields = isObject(value) ? value : { src: value };
  const of = (...names: string[]) =>
    names.map((name) => textOf(fields[name])).find((text) => text) ?? null;
  const src = of('src', 'url', 'path', 'file', 'image', 'feature');
  if (src === null) return null;
  const caption = captionOf(of('caption', 'title', 'description'));
  return { src, alt: of('alt'), ...caption, credit: of('credit', 'by') ?? caption.credit };
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  if (value instanceof Date) return value.toISOString();
  return null;
}

/** A name, a list of names, or objects that have one. */
function namesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesOf);
  if (isObject(value)) {
    return namesOf(value.name ?? [value.first, value.last].filter(Boolean).join(' '));
  }
  const text = textOf(value);
  return text ? [text] : [];
}

/** "a, b" and ["a", "b"] are the same list. */
function listOf(value: unknown): string[] {
  const names = typeof value === 'string' ? value.split(',') : namesOf(value);
  return names.flatMap((name) => plainWords(name) ?? []);
}

/** As ISO 8601; a date alone is its first moment. */
function dateOf(value: unknown): string | null {
  const text = textOf(value);
  if (text === null) return null;
  const at = new Date(text.trim().replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d(?::\d\d)?)/, '$1T$2'));
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

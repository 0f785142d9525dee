import { z } from 'zod';

import { escapeHtml } from '../richText/escapeHtml';
import { NO_FACTS, unreadable, type SourceFile, type SourceStory } from './SourceStory';

const words = z.string().trim().min(1).nullish().catch(null);
const person = z.object({ name: words, literal: words, rel: words }).loose();

/** IPTC ninjs, what a story needs of it: 1.x with single fields, 2 and 3 with arrays and renditions. */
const item = z
  .object({
    uri: words,
    type: words,
    pubStatus: words,
    pubstatus: words,
    embargoed: words,
    language: words,
    byline: words,
    bylines: z
      .array(z.object({ byline: words }).loose())
      .nullish()
      .catch(null),
    people: z.array(person).nullish().catch(null),
    located: words,
    headline: words,
    headlines: z
      .array(z.object({ role: words, value: words }).loose())
      .nullish()
      .catch(null),
    description_text: words,
    descriptions: z
      .array(z.object({ role: words, value: words }).loose())
      .nullish()
      .catch(null),
    body_html: words,
    body_xhtml: words,
    body_text: words,
    bodies: z
      .array(z.object({ contentType: words, contenttype: words, value: words }).loose())
      .nullish()
      .catch(null),
    copyrightholder: words,
    copyrightHolder: words,
    copyrightnotice: words,
    copyrightNotice: words,
    usageterms: words,
    usageTerms: words,
    rightsInfo: z
      .object({ copyrightHolder: words, copyrightNotice: words, usageTerms: words })
      .loose()
      .nullish()
      .catch(null),
  })
  .loose();

/** An item of IPTC ninjs (JSON), one alone or several in an array. Throws nothing: see `problems`. */
export function readNinjs(text: string): SourceFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return unreadable(`It is not valid JSON: ${(error as Error).message}.`);
  }
  const file: SourceFile = { stories: [], problems: [] };
  const items = Array.isArray(parsed) ? (parsed as unknown[]) : [parsed];
  for (const [index, each] of items.entries()) {
    const place = items.length > 1 ? { place: `item ${index + 1}` } : {};
    const read = item.safeParse(each);
    const story = read.success ? storyOf(read.data) : 'It is no ninjs item: an object is wanted.';
    if (typeof story === 'string') file.problems.push({ ...place, message: story });
    else file.stories.push(story);
  }
  return file;
}

function storyOf(ninjs: z.infer<typeof item>): SourceStory | string {
  if (ninjs.type && ninjs.type !== 'text') return `It is of type “${ninjs.type}”, not text.`;
  if (/cancel|withheld/.test(ninjs.pubStatus ?? ninjs.pubstatus ?? '')) {
    return 'It was cancelled or withheld by its source: do not publish it.';
  }
  const html = bodyOf(ninjs);
  if (html === null) return 'It has no body: body_html, body_xhtml, body_text or bodies is wanted.';
  const main = (all: { role?: string | null; value?: string | null }[] | null | undefined) =>
    (all?.find(({ role }) => role === 'main') ?? all?.[0])?.value ?? null;
  const { rightsInfo } = ninjs;
  return {
    externalId: ninjs.uri ?? null,
    facts: {
      ...NO_FACTS,
      headline: ninjs.headline ?? main(ninjs.headlines),
      standfirst: ninjs.description_text ?? main(ninjs.descriptions),
      dateline: ninjs.located ?? null,
      bylines: bylinesOf(ninjs),
      publisher:
        ninjs.copyrightholder ?? ninjs.copyrightHolder ?? rightsInfo?.copyrightHolder ?? null,
      copyrightLine:
        ninjs.copyrightnotice ?? ninjs.copyrightNotice ?? rightsInfo?.copyrightNotice ?? null,
      licence: ninjs.usageterms ?? ninjs.usageTerms ?? rightsInfo?.usageTerms ?? null,
      url: ninjs.uri && /^https?:/.test(ninjs.uri) ? ninjs.uri : null,
    },
    html,
    language: ninjs.language ?? null,
    embargoUntil: ninjs.embargoed ?? null,
  };
}

function bodyOf(ninjs: z.infer<typeof item>): string | null {
  const marked = ninjs.bodies?.find((body) =>
    /html/.test(body.contentType ?? body.contenttype ?? ''),
  );
  const html = ninjs.body_html ?? ninjs.body_xhtml ?? marked?.value;
  if (html) return html;
  const text = ninjs.body_text ?? ninjs.bodies?.[0]?.value;
  return text ? paragraphsAsHtml(text) : null;
}

function bylinesOf(ninjs: z.infer<typeof item>): string[] {
  const named = ninjs.bylines?.flatMap(({ byline }) => byline ?? []) ?? [];
  const lines = named.length > 0 ? named : ninjs.byline ? [ninjs.byline] : [];
  return lines.flatMap((line) => line.replace(/^by\s+/i, '').split(/\s*(?:,|;|\band\b)\s*/));
}

/** Plain text as HTML: an empty line ends a paragraph. */
export function paragraphsAsHtml(text: string): string {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => `<p>${escapeHtml(paragraph.trim())}</p>`)
    .join('');
}

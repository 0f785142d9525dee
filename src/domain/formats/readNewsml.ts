import { all, at, attribute, parseXml, textAt, type XmlElement } from './parseXml';
import { paragraphsAsHtml } from './readNinjs';
import { NO_FACTS, unreadable, type SourceFile, type SourceStory } from './SourceStory';

/** IPTC NewsML-G2: a news message, or one news item alone. */
export function readNewsml(text: string): SourceFile {
  const parsed = parseXml(text, { raw: ['inlineXML'] });
  if (!parsed.ok) return { stories: [], problems: [parsed.problem] };
  const sets = all(at(parsed.root, 'newsMessage'), 'itemSet');
  const items = [...all(parsed.root, 'newsItem'), ...sets.flatMap((set) => all(set, 'newsItem'))];
  if (items.length === 0) return unreadable('It holds no newsItem.');
  const file: SourceFile = { stories: [], problems: [] };
  for (const [index, item] of items.entries()) {
    const story = storyOf(item);
    const place = `item ${attribute(item, 'guid') ?? index + 1}`;
    if (typeof story === 'string') file.problems.push({ place, message: story });
    else file.stories.push(story);
  }
  return file;
}

function storyOf(item: XmlElement): SourceStory | string {
  const itemClass = attribute(at(item, 'itemMeta', 'itemClass'), 'qcode') ?? 'ninat:text';
  if (!itemClass.endsWith(':text')) return `It is of class “${itemClass}”, not text.`;
  const status = attribute(at(item, 'itemMeta', 'pubStatus'), 'qcode') ?? 'stat:usable';
  if (!status.endsWith(':usable')) {
    return `It has the status “${status}”: its source does not let it be used.`;
  }
  const html = bodyOf(item);
  if (html === null) return 'It has no text: inlineXML or inlineData is wanted.';
  const meta = at(item, 'contentMeta');
  const rights = at(item, 'rightsInfo');
  const holder = at(rights, 'copyrightHolder');
  return {
    externalId: attribute(item, 'guid'),
    facts: {
      ...NO_FACTS,
      headline: textAt(meta, 'headline'),
      standfirst: summaryOf(meta),
      dateline: textAt(meta, 'dateline'),
      bylines: all(meta, 'by').flatMap(({ '#text': by }) =>
        typeof by === 'string' ? by.replace(/^by\s+/i, '').split(/\s*(?:,|;|\band\b)\s*/) : [],
      ),
      publisher: textAt(holder, 'name') ?? attribute(holder, 'literal'),
      copyrightLine: textAt(rights, 'copyrightNotice'),
      licence: textAt(rights, 'usageTerms'),
    },
    html,
    language: attribute(at(meta, 'language'), 'tag') ?? attribute(item, 'xml:lang'),
    embargoUntil: textAt(item, 'itemMeta', 'embargoed'),
  };
}

function summaryOf(meta: XmlElement | undefined): string | null {
  const summary = all(meta, 'description').find((description) =>
    /summary$/.test(attribute(description, 'role') ?? ''),
  );
  return textAt(summary);
}

/** XHTML as it is; of NITF the body's content, its lesser headlines as headings. */
function bodyOf(item: XmlElement): string | null {
  const inline = textAt(item, 'contentSet', 'inlineXML');
  if (inline !== null) {
    const content = /<body\.content[^>]*>([\s\S]*)<\/body\.content>/i.exec(inline)?.[1] ?? inline;
    return content
      .replace(/<media\b[\s\S]*?<\/media>/gi, '')
      .replace(/<(\/?)hl2\b/gi, '<$1h2')
      .replace(/<(\/?)(?:\w+:)(p|h[1-6]|a|em|strong|ul|ol|li|blockquote|br)\b/gi, '<$1$2');
  }
  const data = textAt(item, 'contentSet', 'inlineData');
  return data === null ? null : paragraphsAsHtml(data);
}

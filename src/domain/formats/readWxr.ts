import { all, at, parseXml, textAt, type XmlElement } from './parseXml';
import { NO_FACTS, unreadable, type SourceFile, type SourceStory } from './SourceStory';

const TAKEN = new Set(['publish', 'future', 'draft', 'pending', 'private']);

/** A WordPress export (WXR, which is RSS 2.0 with additions): its posts, each as a story. */
export function readWxr(text: string): SourceFile {
  const parsed = parseXml(text);
  if (!parsed.ok) return { stories: [], problems: [parsed.problem] };
  const channel = at(parsed.root, 'rss', 'channel');
  if (!channel || textAt(channel, 'wp:wxr_version') === null) {
    return unreadable('It is no WordPress export: wp:wxr_version is missing.');
  }
  const site = { publisher: textAt(channel, 'title'), language: textAt(channel, 'language') };
  const names = authorsOf(channel);
  const file: SourceFile = { stories: [], problems: [] };
  for (const item of all(channel, 'item')) {
    if (textAt(item, 'wp:post_type') !== 'post') continue;
    if (!TAKEN.has(textAt(item, 'wp:status') ?? '')) continue;
    const html = textAt(item, 'content:encoded');
    if (html === null) {
      const place = `item ${textAt(item, 'wp:post_id') ?? '?'}`;
      file.problems.push({ place, message: 'There is no text in it.' });
      continue;
    }
    file.stories.push(storyOf({ item, html, site, names }));
  }
  const isEmpty = file.stories.length === 0 && file.problems.length === 0;
  return isEmpty ? unreadable('It holds no posts.') : file;
}

function authorsOf(channel: XmlElement): Map<string, string> {
  return new Map(
    all(channel, 'wp:author').flatMap((author) => {
      const login = textAt(author, 'wp:author_login');
      const name = textAt(author, 'wp:author_display_name');
      return login && name ? [[login, name]] : [];
    }),
  );
}

function storyOf({
  item,
  html,
  site,
  names,
}: {
  item: XmlElement;
  html: string;
  site: { publisher: string | null; language: string | null };
  names: ReadonlyMap<string, string>;
}): SourceStory {
  const author = textAt(item, 'dc:creator');
  return {
    externalId: textAt(item, 'guid') ?? textAt(item, 'link'),
    facts: {
      ...NO_FACTS,
      headline: textAt(item, 'title'),
      standfirst: textAt(item, 'excerpt:encoded'),
      bylines: author ? [names.get(author) ?? author] : [],
      publisher: site.publisher,
      url: textAt(item, 'link'),
    },
    html: postHtml(html),
    language: site.language,
    embargoUntil: null,
  };
}

/** As WordPress itself shows a post: its own shortcodes are no words, an empty line ends a paragraph. */
function postHtml(html: string): string {
  const words = html.replace(
    /\[(caption|gallery|embed|audio|video|playlist)\b[^\]]*\](?:[^[]*\[\/\1\])?/g,
    '',
  );
  if (/<p[\s>]/i.test(words)) return words;
  return words
    .split(/\r?\n\s*\r?\n/)
    .map((part) =>
      /^\s*<(h[1-6]|ul|ol|blockquote|div|hr|table)\b/i.test(part) ? part : `<p>${part}</p>`,
    )
    .join('\n');
}

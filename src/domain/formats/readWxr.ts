import { all, at, attribute, parseXml, textAt, type XmlElement } from './parseXml';
import { captionOf, type SourcePicture } from '../richText/pictureOf';
import { plainWords } from './plainWords';
import { noteRest } from './noteRest';
import { isoDate } from './readHtmlPage';
import { openReceipt, type ReceiptBook } from './Receipt';
import { shortcodesAsHtml } from './shortcodes';
import {
  sourceFile,
  sourceStory,
  unreadable,
  type SourceFile,
  type SourceStory,
} from './SourceStory';
import { wpautop } from './wpautop';

const TAKEN = new Set(['publish', 'future', 'draft', 'pending', 'private']);

/** What the export says of everything in it. */
interface Site {
  publisher: string | null;
  language: string | null;
  names: ReadonlyMap<string, string>;
  attachments: ReadonlyMap<string, XmlElement>;
}

/** A WordPress export (WXR, which is RSS 2.0 with additions): its posts, each as a story. */
export function readWxr(text: string): SourceFile {
  const parsed = parseXml(text);
  if (!parsed.ok) return sourceFile({ problems: [parsed.problem] });
  const channel = at(parsed.root, 'rss', 'channel');
  if (!channel || textAt(channel, 'wp:wxr_version') === null) {
    return unreadable('It is no WordPress export: wp:wxr_version is missing.');
  }
  const items = all(channel, 'item');
  const site: Site = {
    publisher: plainWords(textAt(channel, 'title')),
    language: textAt(channel, 'language'),
    names: authorsOf(channel),
    attachments: new Map(
      items.flatMap((item) =>
        textAt(item, 'wp:post_type') === 'attachment'
          ? [[textAt(item, 'wp:post_id') ?? '', item]]
          : [],
      ),
    ),
  };
  const file = sourceFile();
  const about = openReceipt();
  for (const item of items) {
    const type = textAt(item, 'wp:post_type') ?? 'post';
    const status = textAt(item, 'wp:status') ?? '';
    const title = plainWords(textAt(item, 'title')) ?? '';
    if (type !== 'post' || !TAKEN.has(status)) {
      about.note('otherEntry', `${type === 'post' ? status : type} · ${title}`);
      continue;
    }
    const html = textAt(item, 'content:encoded');
    if (html === null) {
      const place = `item ${textAt(item, 'wp:post_id') ?? '?'}`;
      file.problems.push({ place, message: 'There is no text in it.' });
      continue;
    }
    file.stories.push(storyOf({ item, html, site, status }));
  }
  file.receipt = about.receipt();
  const isEmpty = file.stories.length === 0 && file.problems.length === 0;
  return isEmpty ? unreadable('It holds no posts.') : file;
}

function authorsOf(channel: XmlElement): Map<string, string> {
  return new Map(
    all(channel, 'wp:author').flatMap((author) => {
      const login = textAt(author, 'wp:author_login');
      const name = plainWords(textAt(author, 'wp:author_display_name'));
      return login && name ? [[login, name]] : [];
    }),
  );
}

function storyOf({
  item,
  html,
  site,
  status,
}: {
  item: XmlElement;
  html: string;
  site: Site;
  status: string;
}): SourceStory {
  const book = openReceipt();
  const author = textAt(item, 'dc:creator');
  const link = textAt(item, 'link');
  const categories = all(item, 'category');
  const domain = (name: string) =>
    categories
      .filter((category) => attribute(category, 'domain') === name)
      .flatMap((category) => plainWords(textAt(category)) ?? []);
  // Co-Authors Plus keeps the authors of a post as a taxonomy.
  const coAuthors = domain('author').map((name) => site.names.get(name) ?? name);
  const main = author ? (site.names.get(author) ?? author) : null;
  const publishedAt = dateOf(item);
  const isToCome = status === 'future';
  noteOthers({ item, status, book });
  return sourceStory({
    externalId: textAt(item, 'guid') ?? link,
    facts: {
      headline: plainWords(textAt(item, 'title')),
      standfirst: plainWords(textAt(item, 'excerpt:encoded')),
      bylines: [...new Set(coAuthors.length > 0 ? coAuthors : main ? [main] : [])],
      publisher: site.publisher,
      url: link,
    },
    desk: {
      slug: textAt(item, 'wp:post_name'),
      publishedAt: isToCome ? null : publishedAt,
      isPublic: status === 'publish' && !textAt(item, 'wp:post_password'),
      subjects: [...new Set([...domain('category'), ...domain('post_tag')])]
        // What WordPress puts every post into that has no category.
        .filter((name) => name !== 'Uncategorized')
        .map((name) => ({ code: null, name })),
    },
    html: wpautop(shortcodesAsHtml(html, { book, pictureAt: (id) => attachedPicture(site, id) })),
    base: link,
    lead: leadOf(item, site, book),
    language: site.language,
    embargoUntil: isToCome ? publishedAt : null,
    firstLine: 'none',
    book,
  });
}

/** GMT where it is known; a draft was never published and has zeros. */
function dateOf(item: XmlElement): string | null {
  const gmt = textAt(item, 'wp:post_date_gmt');
  if (gmt && !gmt.startsWith('0000')) return isoDate(`${gmt.replace(' ', 'T')}Z`);
  return isoDate(textAt(item, 'pubDate'));
}

/** What is read above, and what says something of the site's own workings. */
const READ = (
  'title link dc:creator guid content:encoded excerpt:encoded category wp:postmeta wp:comment wp:post_name wp:post_type wp:status wp:post_date wp:post_date_gmt pubDate wp:post_password ' +
  'description wp:post_id wp:post_parent wp:menu_order wp:is_sticky wp:comment_status wp:ping_status wp:post_modified wp:post_modified_gmt wp:attachment_url'
).split(' ');

function noteOthers({
  item,
  status,
  book,
}: {
  item: XmlElement;
  status: string;
  book: ReceiptBook;
}): void {
  noteRest(item, READ, book);
  for (const category of all(item, 'category')) {
    const taxonomy = attribute(category, 'domain') ?? '';
    if (!/^(?:category|post_tag|author)$/.test(taxonomy))
      book.note('property', `${taxonomy}: ${plainWords(textAt(category)) ?? ''}`);
  }
  for (const meta of all(item, 'wp:postmeta')) {
    const name = textAt(meta, 'wp:meta_key') ?? '';
    // Those that begin so are plugins' own, and no editor sees them.
    if (!name.startsWith('_'))
      book.note('property', `${name}: ${textAt(meta, 'wp:meta_value') ?? ''}`);
  }
  if (status !== 'publish') book.note('status', status);
  if (textAt(item, 'wp:post_password')) book.note('password');
  for (const comment of all(item, 'wp:comment')) {
    const told = [
      textAt(comment, 'wp:comment_author'),
      plainWords(textAt(comment, 'wp:comment_content')),
    ];
    book.note('reader', told.filter(Boolean).join(' · ') || null);
  }
}

/** The featured image of a post, which its export names by the id of an attachment. */
function leadOf(item: XmlElement, site: Site, book: ReceiptBook): SourcePicture | null {
  const meta = all(item, 'wp:postmeta').find(
    (each) => textAt(each, 'wp:meta_key') === '_thumbnail_id',
  );
  const id = textAt(meta, 'wp:meta_value');
  if (!id) return null;
  const picture = attachedPicture(site, id);
  if (!picture) book.note('picture', `attachment ${id}`);
  return picture;
}

function attachedPicture({ attachments }: Site, id: string): SourcePicture | null {
  const attachment = attachments.get(id);
  const src = textAt(attachment, 'wp:attachment_url');
  if (!attachment || src === null) return null;
  const alt = all(attachment, 'wp:postmeta').find(
    (each) => textAt(each, 'wp:meta_key') === '_wp_attachment_image_alt',
  );
  const title = plainWords(textAt(attachment, 'title'));
  return {
    src,
    alt: plainWords(textAt(alt, 'wp:meta_value')) ?? title,
    ...captionOf(plainWords(textAt(attachment, 'excerpt:encoded'))),
  };
}

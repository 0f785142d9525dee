import { all, at, attribute, parseXml, textAt, type XmlElement } from './parseXml';
import { paragraphsAsHtml } from './paragraphsAsHtml';
import { plainWords } from './plainWords';
import { readByline } from './readByline';
import { nitfDate, nitfHead, readNitfBody, xmlAsHtml } from './readNitf';
import { openReceipt, type ReceiptBook } from './Receipt';
import {
  sourceFile,
  sourceStory,
  unreadable,
  type Kill,
  type SourceFile,
  type SourceStory,
} from './SourceStory';

/** IPTC NewsML 1.0 to 1.2: news items of components, the text in one of them. */
export function readNewsml1(text: string): SourceFile {
  const parsed = parseXml(text, { raw: ['DataContent'], withoutPrefixes: true });
  if (!parsed.ok) return sourceFile({ problems: [parsed.problem] });
  const items = all(at(parsed.root, 'NewsML'), 'NewsItem');
  if (items.length === 0) return unreadable('It holds no NewsItem.');
  const file = sourceFile();
  for (const [index, item] of items.entries()) {
    const story = storyOf(item);
    const place = `item ${textAt(item, 'Identification', 'NewsIdentifier', 'NewsItemId') ?? index + 1}`;
    if (typeof story === 'string') file.problems.push({ place, message: story });
    else if ('html' in story) file.stories.push(story);
    else file.kills.push(story);
  }
  return file;
}

function storyOf(item: XmlElement): SourceStory | Kill | string {
  const identifier = at(item, 'Identification', 'NewsIdentifier');
  const parts = ['ProviderId', 'DateId', 'NewsItemId'].map((name) => textAt(identifier, name));
  // The public identifier names the revision too; the parts name the story.
  const externalId = parts.every(Boolean)
    ? `urn:newsml:${parts.join(':')}`
    : (textAt(identifier, 'PublicIdentifier') ?? textAt(identifier, 'NewsItemId'));
  const management = at(item, 'NewsManagement');
  const number = Number(textAt(identifier, 'RevisionId') ?? NaN);
  const version = {
    number: Number.isFinite(number) ? number : null,
    createdAt: nitfDate(textAt(management, 'ThisRevisionCreated')),
  };
  const status = attribute(at(management, 'Status'), 'FormalName') ?? 'Usable';
  const components = componentsOf(item);
  const lines = components.flatMap((component) => all(component, 'NewsLines'));
  const line = (name: string) =>
    lines.flatMap((each) => all(each, name)).flatMap((each) => plainWords(wordsOf(each)) ?? []);
  const notes = [
    ...all(management, 'Instruction').flatMap(
      (each) => plainWords(wordsOf(each)) ?? attribute(each, 'FormalName') ?? [],
    ),
    ...components
      .flatMap((component) => all(at(component, 'AdministrativeMetadata'), 'Property'))
      .filter((property) => /ednote|editor/i.test(attribute(property, 'FormalName') ?? ''))
      .flatMap((property) => attribute(property, 'Value') ?? []),
  ];
  const editorialNote = notes.join(' ') || null;
  if (/cancel|withheld|kill/i.test(status)) {
    return externalId === null
      ? `It has the status “${status}”: its source does not let it be used.`
      : { externalId, version, reason: editorialNote };
  }
  const book = openReceipt();
  const body = bodyOf(components, book);
  if (body === null) return 'It has no text: DataContent is wanted.';
  const head = body.nitf === null ? null : nitfHead(body.nitf, book);
  const bylines = line('ByLine').flatMap((by) => readByline(by, book));
  for (const slug of line('SlugLine')) book.note('slugline', slug);
  const urgency = attribute(at(management, 'Urgency'), 'FormalName');
  if (urgency) book.note('urgency', urgency);
  const [headline, ...otherHeadlines] = line('HeadLine');
  for (const other of otherHeadlines) if (other !== headline) book.note('otherVersion', other);
  const descriptive = components.flatMap((component) => all(component, 'DescriptiveMetadata'));
  const subjects = descriptive
    .flatMap((each) => all(each, 'SubjectCode'))
    .flatMap((each) =>
      ['Subject', 'SubjectMatter', 'SubjectDetail'].flatMap((name) => all(each, name)),
    )
    .flatMap((each) => attribute(each, 'FormalName') ?? []);
  return sourceStory({
    externalId,
    facts: {
      headline: headline ?? head?.headline ?? null,
      standfirst: line('SubHeadLine')[0] ?? head?.standfirst ?? null,
      dateline: line('DateLine')[0] ?? head?.dateline ?? null,
      bylines: bylines.length > 0 ? bylines : (head?.bylines ?? []),
      publisher: line('CreditLine')[0] ?? null,
      copyrightLine: line('CopyrightLine')[0] ?? head?.copyrightLine ?? null,
      licence: line('RightsLine')[0] ?? null,
    },
    desk: {
      version,
      editorialNote: [editorialNote, head?.editorialNote].filter(Boolean).join(' ') || null,
      subjects: [
        ...subjects.map((code) => ({ code, name: null })),
        ...line('KeywordLine').map((name) => ({ code: null, name })),
      ],
      publishedAt: nitfDate(textAt(management, 'FirstCreated')),
    },
    html: body.html,
    language:
      descriptive
        .flatMap((each) => all(each, 'Language'))
        .flatMap((each) => attribute(each, 'FormalName') ?? [])[0] ?? attribute(item, 'lang'),
    embargoUntil: nitfDate(textAt(management, 'StatusWillChange', 'DateAndTime')),
    firstLine: 'like a headline',
    book,
  });
}

/** A component and those in it, in their order. */
function componentsOf(element: XmlElement, depth = 0): XmlElement[] {
  if (depth > 20) return [];
  return all(element, 'NewsComponent').flatMap((each) => [each, ...componentsOf(each, depth + 1)]);
}

function wordsOf(element: XmlElement): string | null {
  const own = typeof element['#text'] === 'string' ? element['#text'] : '';
  const inside = Object.entries(element)
    .filter(([name]) => !/^[@#]/.test(name))
    .flatMap(([name]) => all(element, name).map(wordsOf));
  return [own, ...inside].filter(Boolean).join(' ').trim() || null;
}

function bodyOf(
  components: readonly XmlElement[],
  book: ReceiptBook,
): { html: string; nitf: string | null } | null {
  const items = components.flatMap((component) => all(component, 'ContentItem'));
  let body: { html: string; nitf: string | null } | null = null;
  for (const item of items) {
    const media = attribute(at(item, 'MediaType'), 'FormalName') ?? 'Text';
    const text = textAt(item, 'DataContent');
    if (!/text/i.test(media) || text === null) {
      const isPicture = /photo|graphic|picture|image/i.test(media);
      book.note(isPicture ? 'picture' : 'video', attribute(item, 'Href') ?? media);
      continue;
    }
    if (body) book.note('otherVersion', plainWords(text)?.slice(0, 80));
    else if (/<(?:\w+:)?(?:nitf|body\.content)[\s>]/i.test(text))
      body = { html: readNitfBody(text), nitf: text };
    else if (/<(?:\w+:)?(?:p|html|body|div)[\s>]/i.test(text)) {
      body = {
        html: xmlAsHtml(text.replace(/<(?:\w+:)?head[\s>][\s\S]*?<\/(?:\w+:)?head>/i, '')),
        nitf: null,
      };
    } else body = { html: paragraphsAsHtml(plainText(text)), nitf: null };
  }
  return body;
}

/** The entities of XML that stand in a raw text. */
function plainText(raw: string): string {
  return raw
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}

import { newsroomLanguage } from '../languages';
import { isQuoteLanguage, quoteLanguage } from '../quotations/quoteLanguage';
import { decodeText, type Declaration, type DecodedText } from '../story/decodeText';
import { detectLanguage } from '../story/detectLanguage';
import { parseStory } from '../story/parseStory';
import type { KnownPerson, ParsedStory, StoryRefusal } from '../story/ParsedStory';
import { bodyFaults } from '../richText/bodySchema';
import type { StoryPicture } from '../richText/pictureOf';
import { storyFromHtml } from '../story/storyFromHtml';
import { FORMATS, FORMATS_IN_WORDS, MEGABYTE, MOST_BYTES, type Format } from './formats';
import { readHtmlPage } from './readHtmlPage';
import { readMarkdown } from './readMarkdown';
import { readNewsml } from './readNewsml';
import { readNewsml1 } from './readNewsml1';
import { readNinjs } from './readNinjs';
import { readNitf } from './readNitf';
import { readWxr } from './readWxr';
import { openReceipt, type Receipt, type ReceiptBook } from './Receipt';
import {
  NO_DESK_FACTS,
  sourceFile,
  sourceStory,
  type DeskFacts,
  type Kill,
  type SourceFile,
  type SourceProblem,
  type SourceStory,
} from './SourceStory';
import { noteWord, type StoryComment, type TrackedChanges, type WordReader } from './WordText';

/** A story ready to be imported. */
export interface ReadStory {
  story: ParsedStory;
  /** The source's own id, else the name of the file. */
  externalId: string;
  /** The id is the source's own: then it names one story, whatever its words. */
  hasOwnId: boolean;
  /** One of the newsroom's languages, null where it is written in none of them. */
  language: ReturnType<typeof newsroomLanguage>;
  /** ISO 8601 UTC. */
  embargoUntil: string | null;
  desk: DeskFacts;
  /** Each stands in the bodies under its id until somebody stores it. */
  pictures: StoryPicture[];
  /** The id of the picture that the story is shown with. */
  leadPicture: string | null;
  /** What its writers said to each other, for notes on the story. */
  comments: StoryComment[];
  /** What of the source is not in the story as it was there. */
  receipt: Receipt;
}

/** What a file holds; each problem is a sentence that begins with the file's name. */
export interface ReadFile {
  stories: ReadStory[];
  problems: string[];
  kills: Kill[];
  /** What of the file belongs to none of its stories. */
  receipt: Receipt;
}

const readers: Readonly<Record<Exclude<Format, 'text' | 'docx'>, (text: string) => SourceFile>> = {
  markdown: readMarkdown,
  html: readHtmlPage,
  ninjs: readNinjs,
  xml: readXml,
};

const DECLARATIONS: Readonly<Partial<Record<Format, Declaration>>> = { html: 'html', xml: 'xml' };

/**
 * Reads the stories of one file, by its ending and, for XML, by what it holds. Never throws for
 * anything that a file can be: what cannot be taken is a problem, and the rest is taken.
 */
export async function readStories({
  bytes,
  fileName,
  knownPeople = [],
  tracked = 'accepted',
  wordToHtml,
}: {
  bytes: Uint8Array;
  /** Without folders. */
  fileName: string;
  knownPeople?: readonly KnownPerson[];
  tracked?: TrackedChanges;
  wordToHtml: WordReader;
}): Promise<ReadFile> {
  const format = FORMATS[/\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''];
  const refuse = (message: string, line?: number): ReadFile => ({
    ...NOTHING_READ,
    problems: [inFile(fileName, { message, ...(line ? { place: `line ${line}` } : {}) })],
  });
  if (!format) return refuse(`This kind of file is not read. Give ${FORMATS_IN_WORDS}.`);
  if (bytes.length > MOST_BYTES[format]) {
    const megabytes = (bytes.length / MEGABYTE).toFixed(1);
    return refuse(
      `It has ${megabytes} MB, more than the ${MOST_BYTES[format] / MEGABYTE} MB allowed. Split it.`,
    );
  }
  const origin = { fileName, knownPeople };
  if (format === 'docx') {
    const word = await wordToHtml(bytes, tracked);
    if ('fault' in word) return refuse(word.fault);
    const book = openReceipt();
    noteWord(word, { tracked, book });
    const { html, title, language, comments } = word;
    const story = sourceStory({ html, book, firstLine: 'any', title, comments });
    // A program writes the language of its own menus into a document.
    return fromSource(sourceFile({ stories: [{ ...story, language: null }] }), {
      ...origin,
      language,
    });
  }
  const decoded = decodeText(bytes, DECLARATIONS[format]);
  if (!decoded.ok) return refuse(decoded.message, decoded.line);
  if (format === 'text') return fromText(decoded, origin);
  const file = readers[format](decoded.text);
  const [first] = file.stories;
  if (first) noteEncoding(decoded, first.book);
  return fromSource(file, origin);
}

export const NOTHING_READ: ReadFile = { stories: [], problems: [], kills: [], receipt: [] };

/** By the name of its outermost element. */
function readXml(text: string): SourceFile {
  const start = text
    .slice(0, 20_000)
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>/gi, '');
  const root = /<(?:[\w.-]+:)?([a-z][\w.-]*)/i.exec(start)?.[1] ?? '';
  if (root === 'rss') return readWxr(text);
  if (root === 'NewsML') return readNewsml1(text);
  return root === 'nitf' ? readNitf(text) : readNewsml(text);
}

interface Origin {
  fileName: string;
  knownPeople: readonly KnownPerson[];
  /** What the file says where its text does not tell. */
  language?: string | null;
}

function fromText(
  decoded: Extract<DecodedText, { ok: true }>,
  { fileName, knownPeople }: Origin,
): ReadFile {
  const { text } = decoded;
  const book = openReceipt();
  noteEncoding(decoded, book);
  const language = languageOf(null, text, book);
  const parsed = parseStory({ text, knownPeople, language: quoteLanguage(language), book });
  if (!parsed.ok) return { ...NOTHING_READ, problems: [inFile(fileName, refusalOf(parsed))] };
  noteSpeech(parsed.story, language, book);
  const story: ReadStory = {
    story: parsed.story,
    externalId: `file:${fileName}`,
    hasOwnId: false,
    language,
    embargoUntil: null,
    desk: NO_DESK_FACTS,
    pictures: [],
    leadPicture: null,
    comments: [],
    receipt: book.receipt(),
  };
  return { ...NOTHING_READ, stories: [story] };
}

function refusalOf({ message, line }: StoryRefusal): SourceProblem {
  return { message, ...(line ? { place: `line ${line}` } : {}) };
}

function fromSource(
  { stories, problems, kills, receipt }: SourceFile,
  { fileName, knownPeople, language = null }: Origin,
): ReadFile {
  const file: ReadFile = {
    stories: [],
    problems: problems.map((problem) => inFile(fileName, problem)),
    kills,
    receipt,
  };
  for (const [index, source] of stories.entries()) {
    const name = stories.length > 1 ? `${fileName}, story ${index + 1}` : fileName;
    const read = fromOne(source, { fileName: name, knownPeople, language });
    if (typeof read === 'string') file.problems.push(read);
    else file.stories.push(read);
  }
  return file;
}

function fromOne(
  source: SourceStory,
  { fileName, knownPeople, language: said }: Origin,
): ReadStory | string {
  const { html, facts, externalId, base, firstLine, book, desk, title, lead } = source;
  const words = html.replace(/<[^>]*>/g, ' ').replace(/&[a-z]+;|&#\d+;/gi, ' ');
  const language = languageOf(source.language, words, book) ?? newsroomLanguage(said ?? null);
  const pictures: StoryPicture[] = [];
  const parsed = storyFromHtml({
    html,
    lead,
    pictures,
    facts,
    knownPeople,
    language: quoteLanguage(language),
    markLanguage: language,
    firstLine,
    title,
    base,
    book,
  });
  if (!parsed.ok) return inFile(fileName, parsed);
  const embargo = source.embargoUntil === null ? null : new Date(source.embargoUntil);
  if (embargo && Number.isNaN(embargo.getTime())) {
    const message = `Its embargo “${source.embargoUntil ?? ''}” is no time in ISO 8601.`;
    return inFile(fileName, { message });
  }
  for (const { heading, body } of parsed.story.sections) {
    const [fault] = body ? bodyFaults(body) : [];
    // Nobody could open it; a section of this size is a book.
    if (!fault) continue;
    const wanted = fault.wanted ?? `without ${fault.path}`;
    const message = heading
      ? `The section “${heading}” cannot be kept: it is to be ${wanted}.`
      : `Its text cannot be kept: it is to be ${wanted}.`;
    return inFile(fileName, { message });
  }
  noteSpeech(parsed.story, language, book);
  return {
    story: parsed.story,
    externalId: externalId ?? `file:${fileName}`,
    hasOwnId: externalId !== null,
    language,
    embargoUntil: embargo?.toISOString() ?? null,
    desk,
    pictures,
    leadPicture: parsed.leadPicture,
    comments: source.comments,
    receipt: book.receipt(),
  };
}

/** What the source says, else what its words are. */
function languageOf(said: string | null, text: string, book: ReceiptBook) {
  if (said !== null) return newsroomLanguage(said);
  const language = detectLanguage(text);
  book.leave();
  if (language) book.note('languageRecognised', language);
  return language;
}

/** Who speaks is looked for in some languages only: in any other that is said. */
function noteSpeech(
  { quotes, sections }: ParsedStory,
  language: string | null,
  book: ReceiptBook,
): void {
  if (isQuoteLanguage(language)) return;
  const nameless = quotes.filter(({ speaker }) => speaker === null).length;
  const isSpoken = sections.some(({ paragraphs }) =>
    paragraphs.some((text) => /[“„«»‹「『"]/.test(text)),
  );
  book.leave();
  if (isSpoken) book.note('speakerNotSought', language, { many: Math.max(1, nameless) });
}

function noteEncoding(
  { encoding, isDeclared, wronglyDeclared, controls, mended }: Extract<DecodedText, { ok: true }>,
  book: ReceiptBook,
): void {
  book.leave();
  if (wronglyDeclared) book.note('encodingNotAsDeclared', `${wronglyDeclared} → ${encoding}`);
  else if (encoding !== 'utf-8')
    book.note(isDeclared ? 'encodingDeclared' : 'encodingDetected', encoding);
  if (controls > 0) book.note('controlCharacter', null, { many: controls });
  if (mended > 0) book.note('brokenCharacter', null, { many: mended });
}

function inFile(fileName: string, { place, message }: SourceProblem): string {
  return `${fileName}${place ? `, ${place}` : ''}: ${message}`;
}

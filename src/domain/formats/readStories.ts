import type { QuoteLanguage } from '../quotes/FoundQuote';
import { newsroomLanguage } from '../languages';
import { decodeText } from '../story/decodeText';
import { parseStory } from '../story/parseStory';
import type { KnownPerson, ParsedStory } from '../story/ParsedStory';
import { storyFromHtml } from '../story/storyFromHtml';
import { FORMATS, FORMATS_IN_WORDS, MEGABYTE, MOST_BYTES, type Format } from './formats';
import { readHtmlPage } from './readHtmlPage';
import { readMarkdown } from './readMarkdown';
import { readNewsml } from './readNewsml';
import { readNinjs } from './readNinjs';
import { readWxr } from './readWxr';
import { NO_FACTS, type SourceFile, type SourceProblem, type SourceStory } from './SourceStory';

/** A story ready to be imported. */
export interface ReadStory {
  story: ParsedStory;
  /** The same id finds the same article again: the source's own, else the name of the file. */
  externalId: string;
  /** One of the newsroom's languages, null where the source names none of them. */
  language: ReturnType<typeof newsroomLanguage>;
  /** ISO 8601 UTC. */
  embargoUntil: string | null;
}

/** What a file holds; each problem is a sentence that begins with the file's name. */
export interface ReadFile {
  stories: ReadStory[];
  problems: string[];
}

const SPEECH_LANGUAGES = new Set<string | null>(['en', 'fr', 'de', 'es']);

/**
 * Reads the stories of one file, by its ending and, for XML, by what it holds. Never throws for
 * anything that a file can be: what cannot be taken is a problem, and the rest is taken.
 */
export async function readStories({
  bytes,
  fileName,
  knownPeople = [],
  wordToHtml,
}: {
  bytes: Uint8Array;
  /** Without folders. */
  fileName: string;
  knownPeople?: readonly KnownPerson[];
  /** The text of a .docx as HTML, null for bytes that are none. */
  wordToHtml: (bytes: Uint8Array) => Promise<string | null>;
}): Promise<ReadFile> {
  const format = FORMATS[/\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''];
  const refuse = (message: string, line?: number): ReadFile => ({
    stories: [],
    problems: [inFile(fileName, { message, ...(line ? { place: `line ${line}` } : {}) })],
  });
  if (!format) return refuse(`This kind of file is not read. Give ${FORMATS_IN_WORDS}.`);
  if (bytes.length > MOST_BYTES[format]) {
    const megabytes = (bytes.length / MEGABYTE).toFixed(1);
    return refuse(
      `It has ${megabytes} MB, more than the ${MOST_BYTES[format] / MEGABYTE} MB allowed. Split it.`,
    );
  }
  if (format === 'docx') {
    const html = await wordToHtml(bytes);
    if (html === null) return refuse('It is no Word document that can be read.');
    const story = { externalId: null, facts: NO_FACTS, html, language: null, embargoUntil: null };
    return fromSource({ stories: [story], problems: [] }, { fileName, knownPeople });
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refuse(decoded.message, decoded.line);
  const { text } = decoded;
  if (format === 'text') {
    const parsed = parseStory({ text, knownPeople });
    if (!parsed.ok) return refuse(parsed.message, parsed.line);
    const ready = { externalId: `file:${fileName}`, language: null, embargoUntil: null };
    return { stories: [{ story: parsed.story, ...ready }], problems: [] };
  }
  return fromSource(readers[format](text), { fileName, knownPeople });
}

const readers: Readonly<Record<Exclude<Format, 'text' | 'docx'>, (text: string) => SourceFile>> = {
  markdown: readMarkdown,
  html: readHtmlPage,
  ninjs: readNinjs,
  xml: (text) => (/<rss[\s>]/i.test(text.slice(0, 20_000)) ? readWxr(text) : readNewsml(text)),
};

interface Origin {
  fileName: string;
  knownPeople: readonly KnownPerson[];
}

function fromSource(
  { stories, problems }: SourceFile,
  { fileName, knownPeople }: Origin,
): ReadFile {
  const file: ReadFile = {
    stories: [],
    problems: problems.map((problem) => inFile(fileName, problem)),
  };
  for (const [index, source] of stories.entries()) {
    const name = stories.length > 1 ? `${fileName}, story ${index + 1}` : fileName;
    const read = fromOne(source, { fileName: name, knownPeople });
    if (typeof read === 'string') file.problems.push(read);
    else file.stories.push(read);
  }
  return file;
}

function fromOne(source: SourceStory, { fileName, knownPeople }: Origin): ReadStory | string {
  const { html, facts, externalId } = source;
  const language = newsroomLanguage(source.language);
  const speech = SPEECH_LANGUAGES.has(language) ? (language as QuoteLanguage) : 'en';
  const parsed = storyFromHtml({ html, facts, knownPeople, language: speech });
  if (!parsed.ok) return inFile(fileName, parsed);
  const embargo = source.embargoUntil === null ? null : new Date(source.embargoUntil);
  if (embargo && Number.isNaN(embargo.getTime())) {
    const message = `Its embargo “${source.embargoUntil ?? ''}” is no time in ISO 8601.`;
    return inFile(fileName, { message });
  }
  return {
    story: parsed.story,
    externalId: externalId ?? `file:${fileName}`,
    language,
    embargoUntil: embargo?.toISOString() ?? null,
  };
}

function inFile(fileName: string, { place, message }: SourceProblem): string {
  return `${fileName}${place ? `, ${place}` : ''}: ${message}`;
}

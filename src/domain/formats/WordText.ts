import type { ReceiptBook } from './Receipt';

/** A Word document as HTML, with what it holds beside its text. */
export interface WordText {
  html: string;
  /** Of its properties; null where that is what the program wrote by itself. */
  title: string | null;
  author: string | null;
  /** BCP 47. */
  language: string | null;
  comments: StoryComment[];
  /** The words of changes that nobody has accepted yet. */
  insertions: string[];
  deletions: string[];
  equations: string[];
  /** Words of its text that its reader did not take over, for whatever reason. */
  lost: string[];
  /** What stands at the top and the foot of every page. */
  margins: string[];
  /** What its reader says that it could not take over. */
  messages: string[];
}

/** What somebody said beside a text, and the words of it that they meant. */
export interface StoryComment {
  author: string | null;
  words: string;
  /** Null for no words in particular. */
  about: string | null;
}

/** How changes are read that nobody has accepted or rejected yet. */
export type TrackedChanges = 'accepted' | 'original';

/** Reads the bytes of a .docx; a sentence says why it cannot be read. */
export type WordReader = (
  bytes: Uint8Array,
  tracked?: TrackedChanges,
) => Promise<WordText | { fault: string }>;

/** What comes of comments and tracked changes is told: comments are never copy. */
export function noteWord(
  word: WordText,
  { tracked, book }: { tracked: TrackedChanges; book: ReceiptBook },
): void {
  for (const { author, words } of word.comments) {
    book.note('commentAsNote', author ? `${author}: ${words}` : words);
  }
  const isOriginal = tracked === 'original';
  for (const words of word.insertions)
    book.note(isOriginal ? 'insertionLeftOut' : 'insertedText', words);
  for (const words of word.deletions) book.note(isOriginal ? 'deletionKept' : 'deletedText', words);
  if (word.lost.length > 0) book.note('lostText', word.lost.join(' '));
  for (const words of word.equations) book.note('formula', words);
  for (const words of word.margins) book.note('pageMargin', words);
  for (const message of word.messages) book.note('property', message);
  if (word.author) book.note('property', `author: ${word.author}`);
}

import { createContext, useContext } from 'react';

import type { EditionContent } from '../../domain/edition/EditionContent';
import type { Say } from '../words/useWords';

/** What the parts of an edition are shown with. */
export interface Reading {
  say: Say;
  /** Of the panel. */
  language: string;
  /** Where names, quotations and pictures are looked up by their ids: the newer edition first. */
  contents: readonly EditionContent[];
  /** Headlines of the articles that are linked to or related, by id. */
  articles: Readonly<Record<string, string>>;
}

export const ReadingContext = createContext<Reading | null>(null);

export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error('Parts of an edition are shown within a ReadingContext.');
  return reading;
}

/** What people call the document with an id: null for none that these editions know. */
export function nameOfId(id: string, { contents, articles }: Reading): string | null {
  for (const content of contents) {
    const person = content.people.find((each) => each.id === id);
    if (person) return person.name;
    const quote = content.quotes.find((each) => each.id === id);
    if (quote) return [quote.speaker?.name, `“${quote.text}”`].filter(Boolean).join(': ');
  }
  return articles[id] ?? null;
}

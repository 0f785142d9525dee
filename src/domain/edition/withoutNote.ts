import type { EditionContent } from './EditionContent';

/**
 * An edition without the note of its change. The note says how it differs from the one before it, so
 * that it is no part of what a later text is compared with.
 */
export function withoutNote(content: EditionContent): EditionContent {
  return { ...content, change: null };
}

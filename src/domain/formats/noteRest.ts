import type { ReceiptBook } from './Receipt';
import type { XmlElement } from './parseXml';

/** Writes down what of an object nobody has read, by name: a new property of a format is told too. */
export function noteRest(
  held: Readonly<Record<string, unknown>> | undefined,
  read: readonly string[],
  book: ReceiptBook,
): void {
  const known = new Set(read);
  for (const [name, value] of Object.entries(held ?? {})) {
    if (known.has(name) || name.startsWith('@') || name === '#text') continue;
    for (const each of [value].flat()) {
      const told = wordsIn(each, 0);
      if (told !== '') book.note('property', `${name}: ${told}`);
    }
  }
}

/** The words of whatever it is: texts, attributes of XML, properties of JSON. */
function wordsIn(value: unknown, depth: number): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null || depth > 8) return '';
  const parts = Object.entries(value as XmlElement).map(([name, each]) =>
    // Of a namespace, which says nothing of the story.
    name.startsWith('@xmlns') ? '' : wordsIn(each, depth + 1),
  );
  return parts.filter(Boolean).join(' · ');
}

import type { ParsedSection } from './ParsedStory';

/** Where a paragraph stands in the joined text. */
export interface ParagraphPlace {
  section: number;
  paragraph: number;
  start: number;
  end: number;
}

/**
 * Joins the paragraphs of a story, `above` before them, into one text with an empty line between
 * paragraphs, and says where each one is (UTF-16 offsets, end exclusive). Headings are left out.
 */
export function joinParagraphs(
  sections: ParsedSection[],
  above: string | null,
): { text: string; places: ParagraphPlace[] } {
  const places: ParagraphPlace[] = [];
  let text = above === null ? '' : `${above}\n\n`;
  for (const [section, { paragraphs }] of sections.entries()) {
    for (const [paragraph, words] of paragraphs.entries()) {
      places.push({ section, paragraph, start: text.length, end: text.length + words.length });
      text += `${words}\n\n`;
    }
  }
  return { text, places };
}

/** The paragraph that holds an offset of the joined text, or null for what stands above them all. */
export function paragraphAt(places: ParagraphPlace[], offset: number): ParagraphPlace | null {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const place = places[low];
  return place !== undefined && place.start <= offset ? place : null;
}

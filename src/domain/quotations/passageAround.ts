/** A quotation with the paragraph that it stands in. */
export interface Passage {
  before: string;
  words: string;
  after: string;
}

/** The paragraph of a text around a stretch of it. */
export function passageAround(text: string, start: number, end: number): Passage {
  const from = text.lastIndexOf('\n\n', start);
  const to = text.indexOf('\n\n', end);
  return {
    before: text.slice(from < 0 ? 0 : from + 2, start),
    words: text.slice(start, end),
    after: text.slice(end, to < 0 ? text.length : to),
  };
}

/** What quick search finds, in the order in which it is shown. */
export const FOUND_KINDS = ['articles', 'people', 'quotes', 'topics'] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

export interface Found {
  kind: FoundKind;
  id: string;
  title: string;
  /** What tells it apart from another of the same title; an article's is its stage. */
  detail: string | null;
}

/** What the board shows of all articles; an empty word asks for nothing. */
export interface BoardFilter {
  topic: string;
  person: string;
  kind: string;
}

export interface SavedFilter extends BoardFilter {
  name: string;
}

export const NO_FILTER: BoardFilter = { topic: '', person: '', kind: '' };

export function isFiltering({ topic, person, kind }: BoardFilter): boolean {
  return Boolean(topic || person || kind);
}

export function asQuery(filter: BoardFilter): string {
  const { topic, person, kind } = filter;
  return new URLSearchParams({ topic, person, kind }).toString();
}

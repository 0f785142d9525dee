import { kindOf } from './bodyKinds';
import { childrenOf, type RichText, type RichTextNode } from './RichText';

/** The documents that a body points at: ids, in reading order, each once. */
export interface BodyReferences {
  quotes: string[];
  media: string[];
  articles: string[];
}

/** Which quotes a body shows as pull quotes, which images it holds, and which articles it links to. */
export function bodyReferences(body: RichText | null | undefined): BodyReferences {
  const found = {
    quotes: new Set<string>(),
    media: new Set<string>(),
    articles: new Set<string>(),
  };
  const visit = (node: RichTextNode): void => {
    const reference = kindOf(node)?.refersTo?.(node);
    if (reference?.id) found[reference.collection].add(reference.id);
    childrenOf(node).forEach(visit);
  };
  body?.root.children.forEach(visit);
  return {
    quotes: [...found.quotes],
    media: [...found.media],
    articles: [...found.articles],
  };
}

/**
 * The same body with every populated document replaced by its id: what a body says must not
 * depend on how deep it was loaded, and a populated document may hold what no reader may see.
 */
export function withoutPopulatedDocuments(body: RichText): RichText {
  return strip(body) as RichText;
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (value === null || typeof value !== 'object') return value;
  const object = value as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(object).map(([key, held]) => {
      const isReference = (key === 'value' && 'relationTo' in object) || key === 'quote';
      return [key, (isReference ? idOfReference(held) : null) ?? strip(held)];
    }),
  );
}

function idOfReference(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object' || !('id' in value)) return null;
  return typeof value.id === 'string' ? value.id : null;
}

import { childrenOf, type RichText, type RichTextNode } from './RichText';

/** The documents that a body points at: ids, in reading order, each once. */
export interface BodyReferences {
  quotes: string[];
  media: string[];
}

/** Which quotes a body shows as pull quotes and which images it holds. */
export function bodyReferences(body: RichText | null | undefined): BodyReferences {
  const quotes = new Set<string>();
  const media = new Set<string>();
  const visit = (node: RichTextNode): void => {
    const quote = pullQuoteOf(node);
    if (quote) quotes.add(quote);
    const upload = node.type === 'upload' ? idOfReference(node.value) : null;
    if (upload) media.add(upload);
    childrenOf(node).forEach(visit);
  };
  body?.root.children.forEach(visit);
  return { quotes: [...quotes], media: [...media] };
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

function pullQuoteOf(node: RichTextNode): string | null {
  if (node.type !== 'block') return null;
  const fields = node.fields as { blockType?: unknown; quote?: unknown } | undefined;
  return fields?.blockType === 'pullQuote' ? idOfReference(fields.quote) : null;
}

function idOfReference(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object' || !('id' in value)) return null;
  return typeof value.id === 'string' ? value.id : null;
}

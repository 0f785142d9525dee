import type { EditionField } from './EditionField';
import { FORMAT, type EditionContent, type EditionFile } from './EditionContent';
import { fieldsOf, type EditionPart } from './editionFields';

/** The content of an edition as it is stored, in whatever format it was made. */
export interface StoredContent {
  content?: unknown;
  carried?: unknown;
}

/**
 * What an edition of format 1 did not hold itself, put beside its content by the migration
 * `carryEditions`: the content and its hash stay as they were made.
 */
export interface Carried {
  /** By the id of the image: the stored file whose bytes readers had at its old address. */
  images?: Record<
    string,
    {
      url: string;
      width: number | null;
      height: number | null;
      mimeType: string | null;
      sizes: Record<string, EditionFile>;
    }
  >;
  article?: {
    leadImageCaption: string | null;
    leadImageCredit: string | null;
    relatedArticles: string[];
  };
  /** By the id of the quote. */
  quotes?: Record<string, { attribution: string | null; speakerRole: string | null }>;
  /** By the id of the quote, also of editions of today's format that were made before there were seals. */
  seals?: Record<string, string>;
}

type Held = Record<string, unknown>;

/**
 * The only way to the content of a stored edition: brings an older one to the shape of today, so that
 * every declared field is there. To compare a working copy with an edition, compare the hash of
 * `buildEdition` with the hash of this: both are then in one format. The stored hash covers the
 * stored content, in the format that it was made in. Of a content that was read in part, lists that
 * were not read are empty.
 *
 * @throws RangeError for an edition of a later format, which this version cannot know.
 */
export function readEdition({ content, carried }: StoredContent): EditionContent {
  const stored = (content ?? {}) as Held;
  const format = Number(stored.format ?? 1);
  if (format > FORMAT) {
    throw new RangeError(
      `This edition has the format ${format}, and this version of Standfirst reads ${FORMAT} at most: start the version that made it.`,
    );
  }
  const held = (carried ?? {}) as Carried;
  const current = withSeals(format === FORMAT ? stored : fromFormat1(stored, held), held);
  return { ...(inShape('article', current) as EditionContent), format: FORMAT };
}

function inShape(part: EditionPart, held: Held): Held {
  return withShapeOf(fieldsOf(part), held);
}

/** The declared fields and no others, in their order; what is missing is empty. */
function withShapeOf(fields: Readonly<Record<string, EditionField>>, held: Held): Held {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, valueInShape(field, held[name])]),
  );
}

function valueInShape(field: EditionField, value: unknown): unknown {
  switch (field.type) {
    case 'group':
      return value || field.isRequired ? withShapeOf(field.fields, (value ?? {}) as Held) : null;
    case 'one':
      return value ? inShape(field.of as EditionPart, value as Held) : null;
    case 'many':
      return ((value ?? []) as Held[]).map((each) => inShape(field.of as EditionPart, each));
    case 'ids':
      return value ?? [];
    case 'files':
      return value ?? {};
    default:
      return value ?? (field.isRequired ? '' : null);
  }
}

/** A verdict from before it was sealed has the seal that the migration `sealVerdicts` gave it. */
function withSeals(content: Held, { seals }: Carried): Held {
  if (!seals) return content;
  const quotes = (content.quotes ?? []) as { id: string; verification?: object }[];
  return {
    ...content,
    quotes: quotes.map((quote) => ({
      ...quote,
      verification: { hash: seals[quote.id] ?? null, ...quote.verification },
    })),
  };
}

/** Format 1 named pictures by addresses whose bytes could change, and left out what follows. */
function fromFormat1(content: Held, { images = {}, article, quotes = {} }: Carried): Held {
  const withFile = (image: unknown): unknown => {
    const held = image as (Held & { id: string }) | null;
    return held && { ...held, ...images[held.id] };
  };
  const related = (content.relatedArticles ?? []) as { id: string }[];
  return {
    ...content,
    relatedArticles: related.map(({ id }) => id),
    ...article,
    leadImage: withFile(content.leadImage ?? null),
    images: ((content.images ?? []) as unknown[]).map(withFile),
    quotes: ((content.quotes ?? []) as (Held & { id: string })[]).map((quote) => ({
      ...quote,
      ...quotes[quote.id],
    })),
  };
}

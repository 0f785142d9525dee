import { isSeen } from '../characters/hiddenCharacters';
import { bodyReferences, withoutPopulatedDocuments } from '../richText/bodyReferences';
import type { RichText } from '../richText/RichText';
import {
  FORMAT,
  type EditionByline,
  type EditionContent,
  type EditionFile,
  type EditionImage,
  type EditionPerson,
  type EditionQuote,
  type EditionSection,
  type PartContent,
} from './EditionContent';
import type { EditionField } from './EditionField';
import { fieldsOf, type editionFields, type EditionPart } from './editionFields';
import { roleOnDay } from './roleOnDay';
import {
  idOf,
  idsOf,
  sectionsInOrder,
  type MediaDocument,
  type PersonDocument,
  type QuoteDocument,
  type SectionDocument,
  type WorkingCopy,
} from './WorkingCopy';

/**
 * Freezes a working copy into the content of an edition: what `editionFields` declares, everything
 * resolved, in an order that depends on the article alone and not on how its documents were
 * loaded. A speaker's role is the one written in the quote, else the one held on the day of the
 * occasion, else on `asOf`. References without a document are left out: `publishIssues` names them.
 */
export function buildEdition(workingCopy: WorkingCopy): EditionContent {
  const { article, asOf } = workingCopy;
  const people = byId(workingCopy.people);
  const media = byId(workingCopy.media);
  const person = (id: string): EditionPerson[] => snapshots(people, id, (p) => asPerson(p, asOf));

  const sectionDocuments = sectionsInOrder(workingCopy);
  const sections = sectionDocuments.map(asSection);
  const quoteDocuments = byId(workingCopy.quotes);
  const quotes = unique(sections.flatMap((section) => section.quotes)).flatMap((id) =>
    snapshots(quoteDocuments, id, (quote) => asQuote({ quote, people, asOf })),
  );
  const peopleIds = unique(
    sections.flatMap((section) => [
      ...section.quotes.flatMap((id) => idOf(quoteDocuments.get(id)?.speaker) ?? []),
      ...section.people,
    ]),
  );
  const imageIds = unique(sectionDocuments.flatMap(({ body }) => bodyReferences(body).media));
  const topics = byId(workingCopy.topics);

  return {
    format: FORMAT,
    ...plainFields('article', article),
    bylines: (article.bylines ?? []).flatMap((byline): EditionByline[] => {
      const known = person(idOf(byline.person) ?? '')[0] ?? null;
      const name = [byline.name, known?.name].find(isSeen);
      return name ? [{ name, person: known }] : [];
    }),
    topics: idsOf(article.topics).flatMap((id) =>
      snapshots(topics, id, (topic) => plainFields('topic', topic)),
    ),
    leadImage: leadImageOf(article, media),
    sections,
    quotes,
    people: peopleIds.flatMap(person),
    images: imageIds.flatMap((id) => snapshots(media, id, asImage)),
    relatedArticles: idsOf(article.relatedArticles),
  };
}

function asSection(section: SectionDocument): EditionSection {
  return {
    ...plainFields('section', section),
    quotes: unique([...idsOf(section.quotes), ...bodyReferences(section.body).quotes]),
    people: idsOf(section.people),
  };
}

function asPerson(person: PersonDocument, asOf: string): EditionPerson {
  return { ...plainFields('person', person), role: roleOnDay(person.roles, asOf) };
}

function asQuote({
  quote,
  people,
  asOf,
}: {
  quote: QuoteDocument;
  people: ReadonlyMap<string, PersonDocument>;
  asOf: string;
}): EditionQuote {
  const speaker = people.get(idOf(quote.speaker) ?? '');
  const name = textOf(speaker?.name) ?? textOf(quote.attribution);
  const held = roleOnDay(speaker?.roles, quote.occasion?.date ?? asOf);
  const heldRole = held && [held.title, held.organisation].filter(Boolean).join(', ');
  return {
    ...plainFields('quote', quote),
    speaker: name
      ? { personId: speaker?.id ?? null, name, role: textOf(quote.speakerRole) ?? heldRole }
      : null,
    verification: {
      status: quote.verification?.status ?? 'unverified',
      hash: textOf(quote.verification?.hash),
    },
  };
}

function leadImageOf(
  article: WorkingCopy['article'],
  media: ReadonlyMap<string, MediaDocument>,
): EditionImage | null {
  const [image] = snapshots(media, idOf(article.leadImage) ?? '', asImage);
  if (!image) return null;
  return {
    ...image,
    caption: textOf(article.leadImageCaption) ?? image.caption,
    credit: textOf(article.leadImageCredit) ?? image.credit,
  };
}

function asImage(image: MediaDocument): EditionImage {
  return plainFields('image', image);
}

/** The fields of a part that only need to be copied from its document: no references, no rules. */
type PlainKeys<T> = {
  [K in keyof T]: T[K] extends { stored: readonly string[] } | { type: 'one' | 'many' | 'ids' }
    ? never
    : K;
}[keyof T];

function plainFields<P extends EditionPart>(
  part: P,
  document: object,
): Pick<PartContent<P>, PlainKeys<(typeof editionFields)[P]> & keyof PartContent<P>> {
  return copied(fieldsOf(part), document) as never;
}

function copied(
  fields: Readonly<Record<string, EditionField>>,
  document: object,
): Record<string, unknown> {
  const held = document as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      if (field.stored || ['one', 'many', 'ids'].includes(field.type)) return [];
      return [[name, valueOf(field, held[name])]];
    }),
  );
}

function valueOf(field: EditionField, value: unknown): unknown {
  switch (field.type) {
    case 'group':
      return unlessEmpty(copied(field.fields, value ?? {}));
    case 'body':
      return value ? withoutPopulatedDocuments(value as RichText) : null;
    case 'files':
      return filesOf(value ?? {});
    case 'number':
      return value ?? null;
    default:
      // An empty field and an absent one are the same to a reader, and so to the hash.
      return value || (field.isRequired ? '' : null);
  }
}

function filesOf(sizes: object): Record<string, EditionFile> {
  const files: Record<string, EditionFile> = {};
  for (const [name, size] of Object.entries(sizes) as [string, Partial<EditionFile> | null][]) {
    if (!size?.url) continue;
    files[name] = { url: size.url, width: size.width ?? null, height: size.height ?? null };
  }
  return files;
}

function textOf(value: string | null | undefined): string | null {
  return value || null;
}

/** A group of which nothing is filled in is no group. */
function unlessEmpty<T extends object>(group: T): T | null {
  return Object.values(group).every((value) => value === null) ? null : group;
}

function byId<T extends { id: string }>(documents: readonly T[]): ReadonlyMap<string, T> {
  return new Map(documents.map((document) => [document.id, document]));
}

function snapshots<T, S>(documents: ReadonlyMap<string, T>, id: string, take: (d: T) => S): S[] {
  const document = documents.get(id);
  return document === undefined ? [] : [take(document)];
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

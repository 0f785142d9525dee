import { bodyReferences, withoutPopulatedDocuments } from '../richText/bodyReferences';
import type {
  EditionByline,
  EditionContent,
  EditionImage,
  EditionPerson,
  EditionQuote,
  EditionSection,
} from './EditionContent';
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
 * Freezes a working copy into the content of an edition: only what a reader may see, everything
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
  const related = byId(workingCopy.relatedArticles);

  return {
    format: 1,
    id: article.id,
    headline: textOf(article.headline),
    webHeadline: textOf(article.webHeadline),
    socialHeadline: textOf(article.socialHeadline),
    seoTitle: textOf(article.seoTitle),
    seoDescription: textOf(article.seoDescription),
    standfirst: textOf(article.standfirst),
    slug: textOf(article.slug),
    kind: textOf(article.kind),
    language: textOf(article.language),
    dateline: textOf(article.dateline),
    bylines: (article.bylines ?? []).flatMap((byline): EditionByline[] => {
      const known = person(idOf(byline.person) ?? '')[0] ?? null;
      const name = textOf(byline.name) ?? known?.name;
      return name ? [{ name, person: known }] : [];
    }),
    topics: idsOf(article.topics).flatMap((id) =>
      snapshots(topics, id, (topic) => ({
        id,
        name: topic.name ?? '',
        slug: textOf(topic.slug),
        iptcCode: textOf(topic.iptcCode),
      })),
    ),
    leadImage: leadImageOf(article, media),
    origin: unlessEmpty({
      publisher: textOf(article.origin?.publisher),
      url: textOf(article.origin?.url),
      copyrightLine: textOf(article.origin?.copyrightLine),
      copyrightYear: article.origin?.copyrightYear ?? null,
      licence: textOf(article.origin?.licence),
    }),
    sections,
    quotes,
    people: peopleIds.flatMap(person),
    images: imageIds.flatMap((id) => snapshots(media, id, asImage)),
    relatedArticles: idsOf(article.relatedArticles).flatMap((id) =>
      snapshots(related, id, (other) => ({
        id,
        slug: textOf(other.slug),
        headline: textOf(other.headline),
      })),
    ),
  };
}

function asSection({ id, heading, body, quotes, people }: SectionDocument): EditionSection {
  return {
    id,
    heading: textOf(heading),
    body: body ? withoutPopulatedDocuments(body) : null,
    quotes: unique([...idsOf(quotes), ...bodyReferences(body).quotes]),
    people: idsOf(people),
  };
}

function asPerson(person: PersonDocument, asOf: string): EditionPerson {
  return {
    id: person.id,
    name: person.name ?? '',
    slug: textOf(person.slug),
    role: roleOnDay(person.roles, asOf),
    wikidataId: textOf(person.wikidataId),
  };
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
  const { occasion, evidence } = quote;
  const speaker = people.get(idOf(quote.speaker) ?? '');
  const name = textOf(speaker?.name) ?? textOf(quote.attribution);
  const held = roleOnDay(speaker?.roles, occasion?.date ?? asOf);
  const heldRole = held && [held.title, held.organisation].filter(Boolean).join(', ');
  return {
    id: quote.id,
    text: quote.text ?? '',
    language: textOf(quote.language),
    kind: textOf(quote.kind),
    speaker: name
      ? { personId: speaker?.id ?? null, name, role: textOf(quote.speakerRole) ?? heldRole }
      : null,
    occasion: unlessEmpty({
      name: textOf(occasion?.name),
      date: textOf(occasion?.date),
      place: textOf(occasion?.place),
      medium: textOf(occasion?.medium),
    }),
    evidence: unlessEmpty({
      url: textOf(evidence?.url),
      timecode: textOf(evidence?.timecode),
    }),
    verification: { status: quote.verification?.status ?? 'unverified' },
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
  const sizes: EditionImage['sizes'] = {};
  for (const [name, size] of Object.entries(image.sizes ?? {}) as [
    string,
    Partial<MediaDocument> | null,
  ][]) {
    if (!size?.url) continue;
    sizes[name] = { url: size.url, width: size.width ?? null, height: size.height ?? null };
  }
  return {
    id: image.id,
    url: textOf(image.url),
    alt: textOf(image.alt),
    caption: textOf(image.caption),
    credit: textOf(image.credit),
    expiresAt: textOf(image.expiresAt),
    width: image.width ?? null,
    height: image.height ?? null,
    mimeType: textOf(image.mimeType),
    focalX: image.focalX ?? null,
    focalY: image.focalY ?? null,
    sizes,
  };
}

/** An empty field and an absent one are the same to a reader, and so to the hash. */
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

import type {
  EditionContent,
  EditionImage,
  EditionPerson,
  EditionQuote,
} from '../../domain/edition/EditionContent';
import { lexicalHtml } from '../../domain/richText/lexicalHtml';
import { escapeHtml } from '../../domain/richText/escapeHtml';
import { lexicalText } from '../../domain/richText/lexicalText';
import type { LiveEdition } from '../readLiveArticle';

/**
 * The public JSON of an article: everything that readers may see of its live edition. Each section
 * has its body three times: structured (Lexical), as HTML safe to insert, and as plain text.
 */
export function presentArticle({
  content,
  edition,
  publicUrl,
}: {
  content: EditionContent;
  edition: LiveEdition;
  /** Absolute, without a slash at the end; image addresses begin with it. */
  publicUrl: string;
}) {
  const quotes = new Map(content.quotes.map((quote) => [quote.id, presentQuote(quote)]));
  const images = new Map(
    [...content.images].map((image) => [image.id, presentImage(image, publicUrl)]),
  );
  const people = new Map(content.people.map((person) => [person.id, presentPerson(person)]));
  const references = {
    quote: (id: string) => quoteHtml(quotes.get(id)),
    image: (id: string) => imageHtml(images.get(id)),
    article: () => null,
  };
  return {
    id: content.id,
    slug: content.slug,
    headline: content.headline,
    webHeadline: content.webHeadline ?? content.headline,
    socialHeadline: content.socialHeadline ?? content.webHeadline ?? content.headline,
    seo: {
      title: content.seoTitle ?? content.webHeadline ?? content.headline,
      description: content.seoDescription ?? content.standfirst,
    },
    standfirst: content.standfirst,
    kind: content.kind,
    language: content.language,
    dateline: content.dateline,
    bylines: content.bylines.map(({ name, person }) => ({
      name,
      person: person ? presentPerson(person) : null,
    })),
    topics: content.topics,
    leadImage: content.leadImage ? presentImage(content.leadImage, publicUrl) : null,
    sections: content.sections.map((section) => ({
      id: section.id,
      heading: section.heading,
      body: {
        lexical: section.body,
        html: lexicalHtml(section.body, references),
        text: lexicalText(section.body),
      },
      quotes: section.quotes.flatMap((id) => quotes.get(id) ?? []),
      people: section.people.flatMap((id) => people.get(id) ?? []),
    })),
    people: [...people.values()],
    relatedArticles: content.relatedArticles,
    origin: content.origin,
    edition: { number: edition.number, hash: edition.hash },
    firstPublishedAt: edition.firstPublishedAt,
    publishedAt: edition.publishedAt,
  };
}

function presentPerson({ id, name, slug, role, wikidataId }: EditionPerson) {
  return { id, name, slug, role, wikidataId };
}

function presentQuote(quote: EditionQuote) {
  const { id, text, language, kind, speaker, occasion, evidence, verification } = quote;
  return {
    id,
    text,
    language,
    kind,
    speaker,
    occasion,
    // The file and the passage stay inside: they may name a source.
    evidence: evidence?.url ? { url: evidence.url, timecode: evidence.timecode } : null,
    verification: verification.status,
  };
}

function presentImage(image: EditionImage, publicUrl: string) {
  const { id, url, alt, caption, credit, width, height, mimeType, focalX, focalY, sizes } = image;
  const absolute = (path: string) => (path.startsWith('/') ? `${publicUrl}${path}` : path);
  return {
    id,
    url: url === null ? null : absolute(url),
    alt,
    caption,
    credit,
    width,
    height,
    mimeType,
    focalPoint: focalX === null || focalY === null ? null : { x: focalX, y: focalY },
    sizes: Object.fromEntries(
      Object.entries(sizes).map(([name, size]) => [name, { ...size, url: absolute(size.url) }]),
    ),
  };
}

function quoteHtml(quote: ReturnType<typeof presentQuote> | undefined): string | null {
  if (!quote) return null;
  const speaker = [quote.speaker?.name, quote.speaker?.role].filter(Boolean).join(', ');
  return `<blockquote><p>${escapeHtml(quote.text)}</p><footer>${escapeHtml(speaker)}</footer></blockquote>`;
}

function imageHtml(image: ReturnType<typeof presentImage> | undefined): string | null {
  if (!image?.url) return null;
  const words = [image.caption, image.credit].filter(Boolean).join(' · ');
  return `<figure><img src="${escapeHtml(image.url)}" alt="${escapeHtml(image.alt ?? '')}"><figcaption>${escapeHtml(words)}</figcaption></figure>`;
}

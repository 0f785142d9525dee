import type { ArticleResponse, PersonResponse } from '../schemas/contentSchemas';
import type { Site } from '../Site';

/** Of our kinds, the schema.org type that says more than NewsArticle. */
const TYPES: Record<string, string> = {
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  explainer: 'BackgroundNewsArticle',
};

/**
 * An article as schema.org JSON-LD: NewsArticle or the type of its kind, with its quotations as
 * Quotation parts and its corrections as CorrectionComment.
 */
export function jsonLd(article: ArticleResponse, site: Site): object {
  const people = new Map(article.people.map((person) => [person.id, person]));
  const publisher = {
    '@type': 'NewsMediaOrganization',
    name: site.name,
    url: site.homeUrl,
    ...(site.correctionsPolicyUrl ? { correctionsPolicy: site.correctionsPolicyUrl } : {}),
    ...(site.ethicsPolicyUrl ? { ethicsPolicy: site.ethicsPolicyUrl } : {}),
  };
  return {
    '@context': 'https://schema.org',
    '@type': TYPES[article.kind ?? ''] ?? 'NewsArticle',
    '@id': article.url,
    url: article.url,
    mainEntityOfPage: article.url,
    headline: article.webHeadline,
    ...(article.standfirst ? { description: article.standfirst } : {}),
    ...(article.language ? { inLanguage: article.language } : {}),
    ...(article.dateline ? { dateline: article.dateline } : {}),
    datePublished: withOffset(article.firstPublishedAt),
    dateModified: withOffset(article.publishedAt),
    author:
      article.bylines.length > 0
        ? article.bylines.map(({ name, person }) =>
            person ? personLd(person) : { '@type': 'Person', name },
          )
        : [publisher],
    publisher,
    ...(article.leadImage?.url ? { image: imagesOf(article.leadImage) } : {}),
    articleSection: article.topics.map(({ name }) => name),
    articleBody: article.sections.map(({ body }) => body.text).join('\n\n'),
    mentions: article.people.map(personLd),
    hasPart: article.quotes.map((quote) => {
      const speaker = people.get(quote.speaker?.personId ?? '');
      return {
        '@type': 'Quotation',
        text: quote.text,
        ...(quote.language ? { inLanguage: quote.language } : {}),
        ...(speaker
          ? { creator: personLd(speaker) }
          : quote.speaker
            ? { creator: { '@type': 'Person', name: quote.speaker.name } }
            : {}),
        ...(quote.occasion?.date ? { dateCreated: quote.occasion.date } : {}),
        ...(quote.evidence
          ? { citation: quote.evidence.url }
          : quote.vouching?.url
            ? { citation: quote.vouching.url }
            : {}),
        ...vouchingLd(quote.vouching),
      };
    }),
    correction: article.corrections.map(({ at, note }) => ({
      '@type': 'CorrectionComment',
      text: note,
      datePublished: withOffset(at),
    })),
    isAccessibleForFree: true,
  };
}

/** How the newsroom knows the words, as far as it shows it. */
function vouchingLd(vouching: ArticleResponse['quotes'][number]['vouching']): object {
  if (!vouching) return {};
  const { way, source, place, translatedBy, by } = vouching;
  return {
    creditText: way.replaceAll('_', ' '),
    ...(source ? { isBasedOn: { '@type': 'CreativeWork', name: source } } : {}),
    ...(place ? { locationCreated: { '@type': 'Place', name: place } } : {}),
    ...(translatedBy ? { translator: { '@type': 'Person', name: translatedBy } } : {}),
    ...(by ? { accountablePerson: { '@type': 'Person', name: by } } : {}),
  };
}

function personLd({ name, wikidataId, role }: PersonResponse): object {
  return {
    '@type': 'Person',
    name,
    ...(role ? { jobTitle: role.title } : {}),
    ...(wikidataId ? { sameAs: `https://www.wikidata.org/entity/${wikidataId}` } : {}),
  };
}

function imagesOf({ url, sizes, credit }: NonNullable<ArticleResponse['leadImage']>): object[] {
  const addresses = [url, ...Object.values(sizes).map((size) => size.url)];
  return addresses.flatMap((address) =>
    address
      ? [{ '@type': 'ImageObject', url: address, ...(credit ? { creditText: credit } : {}) }]
      : [],
  );
}

/** Search engines ask for the offset in digits. */
function withOffset(instant: string): string {
  return instant.replace(/Z$/, '+00:00');
}

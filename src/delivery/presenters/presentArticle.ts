import { publicFields } from '../../domain/edition/publicFields';
import { escapeHtml } from '../../domain/richText/escapeHtml';
import { lexicalHtml } from '../../domain/richText/lexicalHtml';
import { lexicalText } from '../../domain/richText/lexicalText';
import type { LiveArticle } from '../read/LiveArticle';
import type {
  ArticleResponse,
  ArticleSummary,
  ImageResponse,
  QuoteResponse,
} from '../schemas/contentSchemas';
import type { Site } from '../Site';
import { presentImage } from './presentImage';
import { presentPerson } from './presentPerson';
import { presentQuote } from './presentQuote';

interface Presentation {
  article: Pick<LiveArticle, 'content' | 'edition'>;
  site: Site;
  now: Date;
}

/** What lists show of an article. */
export function presentSummary({ article, site, now }: Presentation): ArticleSummary {
  const { content, edition } = article;
  const headline = content.headline ?? '';
  return {
    id: content.id,
    slug: content.slug ?? '',
    url: site.articleUrl(content.slug ?? ''),
    headline,
    webHeadline: content.webHeadline ?? headline,
    ...publicFields('article', 'lists', content),
    bylines: content.bylines.map(({ name, person }) => ({
      name,
      person: person ? presentPerson(person) : null,
    })),
    topics: content.topics.map((topic) => ({
      id: topic.id,
      ...publicFields('topic', 'lists', topic),
    })),
    leadImage: content.leadImage
      ? presentImage({ image: content.leadImage, publicUrl: site.publicUrl, now })
      : null,
    edition: { number: edition.number, hash: edition.hash },
    firstPublishedAt: edition.firstPublishedAt,
    publishedAt: edition.publishedAt,
  };
}

/** What an article holds: sections, quotes and people. */
export function presentContent({
  article: { content },
  site,
  now,
}: Presentation): Pick<ArticleResponse, 'sections' | 'quotes' | 'people'> {
  const quotes = new Map(content.quotes.map((quote) => [quote.id, presentQuote(quote)]));
  const images = new Map(content.images.map((image) => [image.id, image]));
  const people = new Map(content.people.map((person) => [person.id, presentPerson(person)]));
  const references = {
    quote: (id: string) => quoteHtml(quotes.get(id)),
    image: (id: string) => {
      const image = images.get(id);
      return image ? imageHtml(presentImage({ image, publicUrl: site.publicUrl, now })) : null;
    },
    article: () => null,
  };
  return {
    sections: content.sections.map((section) => ({
      id: section.id,
      ...publicFields('section', 'lists', section),
      body: {
        lexical: section.body,
        html: lexicalHtml(section.body, references),
        text: lexicalText(section.body),
      },
      quotes: section.quotes.flatMap((id) => quotes.get(id) ?? []),
      people: section.people.flatMap((id) => people.get(id) ?? []),
    })),
    quotes: [...quotes.values()],
    people: [...people.values()],
  };
}

/**
 * The public JSON of an article: everything that readers may see of its live edition. Each section
 * has its body three times: structured (Lexical), as HTML safe to insert, and as plain text.
 */
export function presentArticle({
  article,
  site,
  now,
}: {
  article: Omit<LiveArticle, 'changedAt'>;
  site: Site;
  now: Date;
}): ArticleResponse {
  const { content } = article;
  const summary = presentSummary({ article, site, now });
  return {
    ...summary,
    socialHeadline: content.socialHeadline ?? summary.webHeadline,
    seo: {
      title: content.seoTitle ?? summary.webHeadline,
      description: content.seoDescription ?? content.standfirst,
    },
    ...publicFields('article', 'whole', content),
    ...presentContent({ article, site, now }),
    relatedArticles: article.related,
    corrections: article.corrections,
  };
}

function quoteHtml(quote: QuoteResponse | undefined): string | null {
  if (!quote) return null;
  const speaker = [quote.speaker?.name, quote.speaker?.role].filter(Boolean).join(', ');
  return `<blockquote><p>${escapeHtml(quote.text)}</p><footer>${escapeHtml(speaker)}</footer></blockquote>`;
}

function imageHtml(image: ImageResponse | null): string | null {
  if (!image?.url) return null;
  const words = [image.caption, image.credit].filter(Boolean).join(' · ');
  return `<figure><img src="${escapeHtml(image.url)}" alt="${escapeHtml(image.alt ?? '')}"><figcaption>${escapeHtml(words)}</figcaption></figure>`;
}

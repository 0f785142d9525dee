/** What a page tells search engines of its story (schema.org in JSON-LD). */
export interface ArticleData {
  headline: string | null;
  description: string | null;
  authors: string[];
  publisher: string | null;
  publishedAt: string | null;
  url: string | null;
  image: string | null;
  language: string | null;
  keywords: string[];
}

const KINDS =
  /(?:Article|NewsArticle|BlogPosting|Report|Posting|OpinionNewsArticle|LiveBlogPosting)$/;

/** The first article in the page's data; all null where there is none. Throws nothing. */
export function articleData(html: string): ArticleData {
  const scripts = html.matchAll(
    /<script\b[^>]*type\s*=\s*["']?application\/ld\+json["']?[^>]*>([\s\S]*?)<\/script>/gi,
  );
  for (const [, json = ''] of scripts) {
    const article = articleIn(parsed(json), 0);
    if (article) return dataOf(article);
  }
  return dataOf({});
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

type Thing = Record<string, unknown>;

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function articleIn(value: unknown, depth: number): Thing | null {
  if (depth > 4) return null;
  if (Array.isArray(value)) {
    for (const each of value) {
      const found = articleIn(each, depth + 1);
      if (found) return found;
    }
    return null;
  }
  if (!isThing(value)) return null;
  const kinds = [value['@type']].flat();
  if (kinds.some((kind) => typeof kind === 'string' && KINDS.test(kind))) return value;
  return articleIn(value['@graph'] ?? value.mainEntity ?? null, depth + 1);
}

function dataOf(article: Thing): ArticleData {
  const image = [article.image].flat()[0];
  const keywords = article.keywords;
  return {
    headline: words(article.headline) ?? words(article.name),
    description:
      words(article.description) === words(article.headline) ? null : words(article.description),
    authors: [article.author]
      .flat()
      .flatMap((author) => words(author) ?? (isThing(author) ? (words(author.name) ?? []) : [])),
    publisher: isThing(article.publisher)
      ? words(article.publisher.name)
      : words(article.publisher),
    publishedAt: words(article.datePublished),
    url:
      webAddress(article.url) ??
      webAddress(
        isThing(article.mainEntityOfPage)
          ? article.mainEntityOfPage['@id']
          : article.mainEntityOfPage,
      ),
    image: words(image) ?? (isThing(image) ? words(image.url) : null),
    language: words(article.inLanguage),
    keywords:
      typeof keywords === 'string'
        ? keywords.split(/\s*,\s*/)
        : [keywords].flat().flatMap((each) => words(each) ?? []),
  };
}

function words(value: unknown): string | null {
  return typeof value === 'string' ? value.trim() || null : null;
}

function webAddress(value: unknown): string | null {
  const address = words(value);
  return address && /^https?:/i.test(address) ? address : null;
}

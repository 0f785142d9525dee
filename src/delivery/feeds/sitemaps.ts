import type { Site } from '../Site';
import { element, textElement, xmlDocument } from './xml';

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A sitemap (sitemaps.org 0.9). */
export function sitemap(pages: readonly { url: string; publishedAt: string }[]): string {
  const urls = pages.map(({ url, publishedAt }) =>
    element('url', {}, textElement('loc', url), textElement('lastmod', publishedAt)),
  );
  return xmlDocument(element('urlset', { xmlns: NAMESPACE }, ...urls));
}

/** The index of the sitemaps, by the addresses of each. */
export function sitemapIndex(addresses: readonly string[]): string {
  const sitemaps = addresses.map((address) => element('sitemap', {}, textElement('loc', address)));
  return xmlDocument(element('sitemapindex', { xmlns: NAMESPACE }, ...sitemaps));
}

/** A news sitemap: articles of the last two days with the tags that Google News requires. */
export function newsSitemap(
  articles: readonly {
    url: string;
    headline: string;
    language: string | null;
    firstPublishedAt: string;
  }[],
  site: Site,
): string {
  const urls = articles.map(({ url, headline, language, firstPublishedAt }) =>
    element(
      'url',
      {},
      textElement('loc', url),
      element(
        'news:news',
        {},
        element(
          'news:publication',
          {},
          textElement('news:name', site.name),
          textElement('news:language', newsLanguage(language ?? site.language)),
        ),
        textElement('news:publication_date', firstPublishedAt),
        textElement('news:title', headline),
      ),
    ),
  );
  return xmlDocument(
    element(
      'urlset',
      { xmlns: NAMESPACE, 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' },
      ...urls,
    ),
  );
}

/** What Google News knows: ISO 639 without a region, but for the two ways of writing Chinese. */
function newsLanguage(tag: string): string {
  const lower = tag.toLowerCase();
  return ['zh-cn', 'zh-tw'].includes(lower) ? lower : (lower.split('-')[0] ?? lower);
}

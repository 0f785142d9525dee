import { bodyHtml, feedId, type FeedSource } from './FeedSource';
import { element, text, textElement, xmlDocument } from './xml';

/** RSS 2.0 with the modules dc, content, media and atom (self and WebSub hub links). */
export function rssFeed({ title, selfUrl, site, articles, updatedAt }: FeedSource): string {
  const items = articles.map((article) =>
    element(
      'item',
      {},
      textElement('title', article.webHeadline),
      textElement('link', article.url),
      element('guid', { isPermaLink: 'false' }, text(feedId(article))),
      textElement('pubDate', new Date(article.firstPublishedAt).toUTCString()),
      textElement('description', article.standfirst),
      textElement('content:encoded', bodyHtml(article)),
      ...article.bylines.map(({ name }) => textElement('dc:creator', name)),
      textElement('dc:language', article.language),
      ...article.topics.map(({ name }) => textElement('category', name)),
      article.leadImage?.url &&
        element(
          'media:content',
          {
            url: article.leadImage.url,
            medium: 'image',
            type: article.leadImage.mimeType,
            width: article.leadImage.width,
            height: article.leadImage.height,
          },
          textElement('media:description', article.leadImage.alt),
          textElement('media:credit', article.leadImage.credit),
        ),
    ),
  );
  return xmlDocument(
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:media': 'http://search.yahoo.com/mrss/',
      },
      element(
        'channel',
        {},
        textElement('title', title),
        textElement('link', site.homeUrl),
        textElement('description', `${title}: the newest articles`),
        textElement('language', site.language),
        textElement('lastBuildDate', updatedAt.toUTCString()),
        element('atom:link', { rel: 'self', type: 'application/rss+xml', href: selfUrl }),
        site.hubUrl && element('atom:link', { rel: 'hub', href: site.hubUrl }),
        ...items,
      ),
    ),
  );
}

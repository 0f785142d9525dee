import { bodyHtml, feedId, type FeedSource } from './FeedSource';
import { element, text, textElement, xmlDocument } from './xml';

/** Atom (RFC 4287), with the link to the WebSub hub. */
export function atomFeed({ title, selfUrl, site, articles, updatedAt }: FeedSource): string {
  const entries = articles.map((article) =>
    element(
      'entry',
      { 'xml:lang': article.language },
      textElement('id', feedId(article)),
      textElement('title', article.webHeadline),
      element('link', { rel: 'alternate', type: 'text/html', href: article.url }),
      textElement('published', article.firstPublishedAt),
      textElement('updated', article.publishedAt),
      ...article.bylines.map(({ name }) => element('author', {}, textElement('name', name))),
      // An entry without an author has the feed's.
      ...article.topics.map((topic) =>
        element('category', { term: topic.slug ?? topic.name, label: topic.name }),
      ),
      textElement('summary', article.standfirst),
      element('content', { type: 'html' }, text(bodyHtml(article))),
    ),
  );
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': site.language },
      textElement('id', selfUrl),
      textElement('title', title),
      textElement('updated', updatedAt.toISOString()),
      element('author', {}, textElement('name', site.name)),
      element('link', { rel: 'self', type: 'application/atom+xml', href: selfUrl }),
      element('link', { rel: 'alternate', type: 'text/html', href: site.homeUrl }),
      site.hubUrl && element('link', { rel: 'hub', href: site.hubUrl }),
      ...entries,
    ),
  );
}

import { bodyHtml, feedId, type FeedSource } from './FeedSource';

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed({ title, selfUrl, site, articles }: FeedSource): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: site.homeUrl,
    feed_url: selfUrl,
    language: site.language,
    ...(site.hubUrl ? { hubs: [{ type: 'WebSub', url: site.hubUrl }] } : {}),
    items: articles.map((article) => ({
      id: feedId(article),
      url: article.url,
      title: article.webHeadline,
      ...(article.standfirst ? { summary: article.standfirst } : {}),
      content_html: bodyHtml(article),
      date_published: article.firstPublishedAt,
      date_modified: article.publishedAt,
      ...(article.language ? { language: article.language } : {}),
      ...(article.leadImage?.url ? { image: article.leadImage.url } : {}),
      authors: article.bylines.map(({ name }) => ({ name })),
      tags: article.topics.map(({ name }) => name),
    })),
  };
}

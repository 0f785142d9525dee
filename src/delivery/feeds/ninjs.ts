import type { ArticleResponse } from '../schemas/contentSchemas';
import type { Site } from '../Site';
import { bodyHtml } from './FeedSource';

/** An article in ninjs 3.1, the IPTC's exchange format for news in JSON. */
export function ninjs(article: ArticleResponse, site: Site): object {
  const html = bodyHtml(article);
  return {
    uri: `${site.publicUrl}/v1/articles/id/${article.id}`,
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
    },
    type: 'text',
    representationType: 'full',
    pubStatus: 'usable',
    profile: 'article',
    version: String(article.edition.number),
    firstCreated: article.firstPublishedAt,
    versionCreated: article.publishedAt,
    contentCreated: article.firstPublishedAt,
    ...(article.language ? { language: article.language } : {}),
    headlines: [{ role: 'main', value: article.headline }],
    ...(article.standfirst
      ? { descriptions: [{ role: 'summary', value: article.standfirst }] }
      : {}),
    bodies: [
      {
        role: 'main',
        contentType: 'text/html',
        value: html,
      },
    ],
    by: article.bylines.map(({ name }) => name).join(', '),
    ...(article.dateline ? { located: article.dateline } : {}),
    ...(article.origin?.copyrightLine ? { copyrightNotice: article.origin.copyrightLine } : {}),
    people: article.people.map(({ name, wikidataId }) => ({
      name,
      rel: 'mentions',
      ...(wikidataId ? { uri: `https://www.wikidata.org/entity/${wikidataId}` } : {}),
    })),
    subjects: article.topics.map(({ name, iptcCode }) => ({
      name,
      rel: 'about',
      ...(iptcCode ? { uri: `http://cv.iptc.org/newscodes/mediatopic/${iptcCode}` } : {}),
    })),
    altIds: [{ role: 'slug', value: article.slug }],
  };
}

import type { ArticlePage, ArticleSummary, TopicPage } from '../../client/apiTypes';
import { html, type Html } from '../html';
import { wordsIn, type ReaderWords } from '../words';
import type { Page, ReaderSite } from './layout';

/** Who wrote it and when it was published, and changed since. */
export function byline(
  {
    bylines,
    firstPublishedAt,
    publishedAt,
  }: Pick<ArticleSummary, 'bylines' | 'firstPublishedAt' | 'publishedAt'>,
  words: ReaderWords,
): Html {
  const names = bylines.map(({ name }) => name).join(', ');
  const isChanged = publishedAt.slice(0, 16) !== firstPublishedAt.slice(0, 16);
  return html`<p class="small">
    ${names && html`${words.by(names)} · `}<time datetime="${firstPublishedAt}"
      >${moment(firstPublishedAt, words)}</time
    >${
      isChanged &&
      html`, ${words.changed} <time datetime="${publishedAt}">${moment(publishedAt, words)}</time>`
    }
  </p>`;
}

/** The newest articles, of all topics or of one. */
export function listPage({
  title,
  heading = title,
  page,
  topics,
  address,
  site,
}: {
  title: string;
  heading?: string;
  page: ArticlePage;
  topics: TopicPage['items'];
  /** Of this list, without a query. */
  address: string;
  site: ReaderSite;
}): Page {
  const words = wordsIn(site.language);
  return {
    status: 200,
    title,
    canonical: `${site.publicUrl}${address}`,
    main: html`<h1>${heading}</h1>
      ${topicLinks(topics)} ${page.items.length === 0 && html`<p>${words.noArticles}</p>`}
      <ul class="list">
        ${page.items.map(
          (article) =>
            html`<li lang="${article.language ?? site.language}">
              <h2>
                <a href="/read/${encodeURIComponent(article.slug)}">${article.webHeadline}</a>
              </h2>
              ${article.standfirst && html`<p>${article.standfirst}</p>`} ${byline(article, words)}
            </li>`,
        )}
      </ul>
      ${
        page.next &&
        html`<p class="next">
          <a rel="next" href="${address}?cursor=${encodeURIComponent(page.next)}">${words.older}</a>
        </p>`
      }`,
  };
}

export function topicsPage(topics: TopicPage['items'], site: ReaderSite): Page {
  const words = wordsIn(site.language);
  return {
    status: 200,
    title: words.topics,
    canonical: `${site.publicUrl}/read/topics`,
    main: html`<h1>${words.topics}</h1>
      ${topics.length === 0 ? html`<p>${words.noTopics}</p>` : topicLinks(topics)}`,
  };
}

function topicLinks(topics: TopicPage['items']): Html | null {
  const shown = topics.filter(({ slug }) => slug !== null);
  if (shown.length === 0) return null;
  return html`<ul class="topics">
    ${shown.map(
      ({ slug, name }) =>
        html`<li><a href="/read/topics/${encodeURIComponent(slug ?? '')}">${name}</a></li>`,
    )}
  </ul>`;
}

const DAY = { dateStyle: 'long', timeZone: 'UTC' } as const;

export function day(instant: string, { locale }: ReaderWords): string {
  return new Intl.DateTimeFormat(locale, DAY).format(new Date(instant));
}

function moment(instant: string, { locale }: ReaderWords): string {
  const written = new Intl.DateTimeFormat(locale, { ...DAY, timeStyle: 'short' });
  return `${written.format(new Date(instant))} UTC`;
}

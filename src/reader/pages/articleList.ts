import type { ArticlePage, ArticleSummary, TopicPage } from '../../client/apiTypes';
import { html, type Html } from '../html';
import type { Page, ReaderSite } from './layout';

/** Who wrote it and when it was published, and changed since. */
export function byline({
  bylines,
  firstPublishedAt,
  publishedAt,
}: Pick<ArticleSummary, 'bylines' | 'firstPublishedAt' | 'publishedAt'>): Html {
  const names = bylines.map(({ name }) => name).join(', ');
  const isChanged = publishedAt.slice(0, 16) !== firstPublishedAt.slice(0, 16);
  return html`<p class="small">
    ${names && html`By ${names} · `}<time datetime="${firstPublishedAt}"
      >${moment(firstPublishedAt)}</time
    >${isChanged && html`, changed <time datetime="${publishedAt}">${moment(publishedAt)}</time>`}
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
  return {
    status: 200,
    title,
    canonical: `${site.publicUrl}${address}`,
    main: html`<h1>${heading}</h1>
      ${topicLinks(topics)}
      ${page.items.length === 0 && html`<p>Nothing has been published here yet.</p>`}
      <ul class="list">
        ${page.items.map(
          (article) =>
            html`<li lang="${article.language ?? site.language}">
              <h2>
                <a href="/read/${encodeURIComponent(article.slug)}">${article.webHeadline}</a>
              </h2>
              ${article.standfirst && html`<p>${article.standfirst}</p>`} ${byline(article)}
            </li>`,
        )}
      </ul>
      ${
        page.next &&
        html`<p class="next">
          <a rel="next" href="${address}?cursor=${encodeURIComponent(page.next)}">Older articles</a>
        </p>`
      }`,
  };
}

export function topicsPage(topics: TopicPage['items'], site: ReaderSite): Page {
  return {
    status: 200,
    title: 'Topics',
    canonical: `${site.publicUrl}/read/topics`,
    main: html`<h1>Topics</h1>
      ${topics.length === 0 ? html`<p>No article has a topic yet.</p>` : topicLinks(topics)}`,
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

export function day(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', DAY).format(new Date(instant));
}

function moment(instant: string): string {
  const written = new Intl.DateTimeFormat('en-GB', { ...DAY, timeStyle: 'short' });
  return `${written.format(new Date(instant))} UTC`;
}

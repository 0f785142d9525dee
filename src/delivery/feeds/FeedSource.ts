import { escapeHtml } from '../../domain/richText/escapeHtml';
import type { ArticleSummary } from '../schemas/contentSchemas';
import type { Site } from '../Site';

/** An article in a feed, with its whole text. */
export interface FeedArticle extends Omit<ArticleSummary, 'sections'> {
  sections: { heading: string | null; body: { html: string } }[];
}

/** What every feed format is made from. */
export interface FeedSource {
  title: string;
  /** The address of this very feed. */
  selfUrl: string;
  site: Site;
  /** Newest first. */
  articles: FeedArticle[];
  /** When anything in it last changed. */
  updatedAt: Date;
}

/** Of all formats, the part under which an article is known: its id never changes. */
export function feedId({ id }: { id: string }): string {
  return `urn:standfirst:article:${id}`;
}

export function bodyHtml({ sections }: Pick<FeedArticle, 'sections'>): string {
  return sections
    .map(({ heading, body }) => `${heading ? `<h2>${escapeHtml(heading)}</h2>` : ''}${body.html}`)
    .join('');
}

export function updatedAt(articles: readonly { publishedAt: string }[]): Date {
  const newest = articles
    .map((article) => article.publishedAt)
    .sort()
    .at(-1);
  return new Date(newest ?? 0);
}

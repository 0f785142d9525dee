import { createHash } from 'node:crypto';

import { html, safe, type Html } from '../html';
import { PUT_AWAY, STYLE } from '../style';
import { wordsIn } from '../words';

/** What pages say about the site itself. */
export interface ReaderSite {
  name: string;
  language: string;
  /** Without a slash at the end. */
  publicUrl: string;
}

/** A page before it is written: its parts, and what may run in it. */
export interface Page {
  status: number;
  title: string;
  description?: string | null;
  /** The address that search engines are to know it by. */
  canonical?: string;
  /** Further tags of the head: structured data, cards for sharing. */
  head?: Html;
  main: Html;
  /** Not to be found, kept or passed on. */
  isPrivate?: boolean;
  /** A script of ours besides the usual one. */
  script?: string;
}

/** A page as a whole document, and the policy that lets it do exactly what it was written to do. */
export function writePage(page: Page, site: ReaderSite): { body: string; policy: string } {
  const words = wordsIn(site.language);
  const scripts = [PUT_AWAY, ...(page.script ? [page.script] : [])];
  const feed = `${site.publicUrl}/v1/feeds/rss.xml`;
  const document = html`<!doctype html>
    <html lang="${site.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title === site.name ? page.title : `${page.title} · ${site.name}`}</title>
        ${page.description && html`<meta name="description" content="${page.description}" />`}
        ${page.isPrivate && html`<meta name="robots" content="noindex, nofollow" />`}
        ${page.canonical && html`<link rel="canonical" href="${page.canonical}" />`}
        <link rel="alternate" type="application/rss+xml" title="${site.name}" href="${feed}" />
        <meta property="og:site_name" content="${site.name}" />
        ${page.head} ${safe(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <div class="sheet">
          <a class="skip" href="#main">${words.toText}</a>
          <header class="masthead">
            <a class="name" href="/read">${site.name}</a>
            <nav aria-label="${words.siteNavigation}">
              <a href="/read/topics">${words.topics}</a>
            </nav>
          </header>
          <main id="main">${page.main}</main>
        </div>
        ${scripts.map((script) => safe(`<script>${script}</script>`))}
      </body>
    </html>`;
  return { body: document.html, policy: policyOf(scripts) };
}

function policyOf(scripts: readonly string[]): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    "img-src 'self'",
    `style-src ${hash(STYLE)}`,
    `script-src ${scripts.map(hash).join(' ')}`,
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

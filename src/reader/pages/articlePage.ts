import type { Article, Image, Quote, Section } from '../../client/apiTypes';
import { escapeHtml } from '../../domain/richText/escapeHtml';
import { html, safe, type Html } from '../html';
import { markQuotations } from '../markQuotations';
import { wordsIn, type ReaderWords } from '../words';
import { byline, day } from './articleList';
import type { Page, ReaderSite } from './layout';

/** The page of an article; `jsonLd` is its structured data as JSON. */
export function articlePage({
  article,
  jsonLd,
  site,
}: {
  article: Article;
  /** Absent where the article is not public. */
  jsonLd?: string;
  site: ReaderSite;
}): Page {
  return {
    status: 200,
    title: article.seo.title || wordsIn(site.language).untitled,
    description: article.seo.description,
    canonical: article.url,
    head: html`${shareTags(article)} ${jsonLd !== undefined && structuredData(jsonLd)}`,
    main: articleBody(article, site),
  };
}

/** The article itself, as readers and previews show it. */
export function articleBody(article: Article, site: ReaderSite): Html {
  const words = wordsIn(site.language);
  const numbers = new Map(article.quotes.map(({ id }, index) => [id, index + 1]));
  return html`<article lang="${article.language ?? site.language}">
    <h1>${article.headline || words.untitled}</h1>
    ${article.standfirst && html`<p class="standfirst">${article.standfirst}</p>`}
    ${byline(article, words)} ${figure(article.leadImage, site)}
    ${article.dateline && html`<p class="dateline small">${article.dateline}</p>`}
    ${article.sections.map((section) => sectionHtml({ section, numbers, site, words }))}
    ${article.sections.length === 0 && html`<p>${words.noSections}</p>`}
    ${corrections(article, words)} ${sources(article.quotes, words)} ${people(article, words)}
    ${related(article, words)}
    ${article.origin?.copyrightLine && html`<p class="small">${article.origin.copyrightLine}</p>`}
  </article>`;
}

function sectionHtml({
  section: { id, heading, body, quotes },
  numbers,
  site,
  words,
}: {
  section: Section;
  numbers: ReadonlyMap<string, number>;
  site: ReaderSite;
  words: ReaderWords;
}): Html {
  // Images of this site are asked for where the page came from.
  const local = body.html.replaceAll(`src="${site.publicUrl}/`, 'src="/');
  const marked = markQuotations(local, quotes, (quoted, quote) =>
    quotation({ quoted, quote, number: numbers.get(quote.id) ?? 0, words }),
  );
  return html`<section id="${id}">
    ${heading && html`<h2>${heading}</h2>`} ${safe(marked)}
  </section>`;
}

/** The only way out of a script element is "</", and no JSON needs "<" as it stands. */
function structuredData(json: string): Html {
  return safe(`<script type="application/ld+json">${json.replaceAll('<', '\\u003c')}</script>`);
}

/** Words in the text with their source, shown to who points at them, reaches them by key or taps. */
function quotation({
  quoted,
  quote,
  number,
  words,
}: {
  quoted: string;
  quote: Quote;
  number: number;
  words: ReaderWords;
}): string {
  const label = words.sourceOf(number, quote.speaker?.name);
  const source = sourceParts(quote, words).map((part) => html`<span>${part}</span>`.html);
  return [
    `<span class="quotation">${quoted}`,
    `<button type="button" aria-label="${escapeHtml(label)}">${number}</button>`,
    `<span class="source" role="note">${source.join('')}</span></span>`,
  ].join('');
}

function sourceParts(
  { speaker, occasion, evidence, verification, vouching }: Quote,
  words: ReaderWords,
): (Html | string)[] {
  const who = [speaker?.name, speaker?.role].filter(Boolean).join(', ');
  const where = [
    occasion?.name,
    occasion?.place,
    occasion?.medium,
    occasion?.date && day(occasion.date, words),
  ].filter(Boolean);
  return [
    who,
    where.join(', '),
    evidence
      ? html`<a href="${evidence.url}" rel="noopener">${words.evidence}</a
          >${evidence.timecode && words.atTime(evidence.timecode)}`
      : '',
    verification === 'verified'
      ? words.verified
      : verification === 'disputed'
        ? words.disputed
        : '',
    verification !== 'disputed' && vouching ? vouchedFor(vouching, words) : '',
  ].filter((part) => part !== '');
}

/** How the newsroom knows the words, with a link to another publication. */
function vouchedFor(
  { way, source, url, date, place, translatedBy, by }: NonNullable<Quote['vouching']>,
  words: ReaderWords,
): Html {
  const known = words.ways[way as keyof ReaderWords['ways']] ?? way;
  const details = [translatedBy, place, date && day(date, words), by && words.vouchedBy(by)].filter(
    Boolean,
  );
  const name = source ?? url;
  return html`${known}${name && ': '}${
    name && url ? html`<a href="${url}" rel="noopener">${name}</a>` : (name ?? '')
  }${details.length > 0 && `, ${details.join(', ')}`}`;
}

function sources(quotes: readonly Quote[], words: ReaderWords): Html | null {
  if (quotes.length === 0) return null;
  return html`<section class="aside sources" aria-labelledby="sources">
    <h2 id="sources">${words.sources}</h2>
    <ol>
      ${quotes.map(
        (quote) =>
          html`<li id="quote-${quote.id}">
            “${quote.text}”
            <span class="small"
              >${sourceParts(quote, words).map((part, index) => html`${index > 0 && ' · '}${part}`)}</span
            >
          </li>`,
      )}
    </ol>
  </section>`;
}

function people({ people: all }: Article, words: ReaderWords): Html | null {
  if (all.length === 0) return null;
  return html`<section class="aside" aria-labelledby="people">
    <h2 id="people">${words.people}</h2>
    <ul>
      ${all.map(({ name, role }) => {
        const held = [role?.title, role?.organisation].filter(Boolean).join(', ');
        return html`<li>${name}${held && html`<span class="small"> ${held}</span>`}</li>`;
      })}
    </ul>
  </section>`;
}

function corrections({ corrections: all }: Article, words: ReaderWords): Html | null {
  if (all.length === 0) return null;
  const { correction, clarification, update, otherChange } = words;
  const kinds: Record<string, string> = { correction, clarification, update };
  return html`<section class="corrections" aria-labelledby="corrections">
    <h2 id="corrections">${words.corrections}</h2>
    <ul>
      ${all.map(
        ({ at, kind, note }) =>
          html`<li>${kinds[kind] ?? otherChange} ${time(at, words)}: ${note}</li>`,
      )}
    </ul>
  </section>`;
}

function related({ relatedArticles }: Article, words: ReaderWords): Html | null {
  if (relatedArticles.length === 0) return null;
  return html`<nav class="aside related" aria-labelledby="related">
    <h2 id="related">${words.related}</h2>
    <ul>
      ${relatedArticles.map(
        ({ slug, headline }) =>
          html`<li><a href="/read/${encodeURIComponent(slug)}">${headline ?? slug}</a></li>`,
      )}
    </ul>
  </nav>`;
}

function time(instant: string, words: ReaderWords): Html {
  return html`<time datetime="${instant}">${day(instant, words)}</time>`;
}

function figure(image: Image | null, { publicUrl }: ReaderSite): Html | null {
  if (!image?.url) return null;
  const local = (url: string) => url.replace(`${publicUrl}/`, '/');
  const sizes = Object.values(image.sizes).filter(({ url, width }) => url && width);
  const words = [image.caption, image.credit].filter(Boolean).join(' · ');
  return html`<figure>
    <img
      src="${local(image.url)}"
      alt="${image.alt ?? ''}"
      ${image.width && html`width="${image.width}"`}
      ${image.height && html`height="${image.height}"`}
      ${
        sizes.length > 0 &&
        html`srcset="${sizes.map(({ url, width }) => `${local(url)} ${width ?? 0}w`).join(', ')}"
        sizes="(max-width: 42rem) 100vw, 42rem"`
      }
    />
    ${words && html`<figcaption>${words}</figcaption>`}
  </figure>`;
}

function shareTags(article: Article): Html {
  const image = article.leadImage;
  return html`<meta property="og:type" content="article" />
    <meta property="og:title" content="${article.socialHeadline}" />
    <meta property="og:url" content="${article.url}" />
    ${article.standfirst && html`<meta property="og:description" content="${article.standfirst}" />`}
    <meta property="article:published_time" content="${article.firstPublishedAt}" />
    <meta property="article:modified_time" content="${article.publishedAt}" />
    ${
      image?.url &&
      html`<meta property="og:image" content="${image.url}" />
        <meta property="og:image:alt" content="${image.alt ?? ''}" />`
    }
    <meta name="twitter:card" content="${image?.url ? 'summary_large_image' : 'summary'}" />`;
}

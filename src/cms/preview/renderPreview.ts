import type { EditionContent } from '../../domain/edition/EditionContent';
import { escapeHtml } from '../../domain/richText/escapeHtml';
import { lexicalHtml } from '../../domain/richText/lexicalHtml';
import { imageHtml, quoteHtml } from '../../domain/richText/referenceHtml';

/** Reloads when the editor saves, keeping the place; the admin posts a message after each save. */
const RELOAD_ON_SAVE = `
addEventListener('message', (event) => {
  if (event.origin === location.origin && event.data?.type === 'payload-document-event') {
    sessionStorage.setItem('place', String(scrollY));
    location.reload();
  }
});
scrollTo(0, Number(sessionStorage.getItem('place') ?? 0));
parent.postMessage({ type: 'payload-live-preview', ready: true }, location.origin);
`;

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1.125rem/1.6 Georgia, 'Times New Roman', serif; max-width: 40rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
.label { font: 600 0.8rem/1.4 system-ui, sans-serif; letter-spacing: 0.04em; border-bottom: 1px solid; padding-bottom: 0.5rem; }
h1 { font-size: 2.1rem; line-height: 1.15; margin: 1.5rem 0 0.75rem; }
.standfirst { font-size: 1.25rem; line-height: 1.45; }
.byline { font: 0.95rem/1.5 system-ui, sans-serif; }
h2 { font-size: 1.4rem; line-height: 1.25; margin: 2.25rem 0 0.5rem; }
figure { margin: 1.5rem 0; } img { max-width: 100%; height: auto; }
figcaption, footer { font: 0.85rem/1.5 system-ui, sans-serif; }
blockquote { margin: 1.75rem 0; padding-left: 1.25rem; border-left: 4px solid; font-size: 1.2rem; }
`;

/** The working copy of an article as readers would read it, one self-contained page. */
export function renderPreview(content: EditionContent, { nonce }: { nonce: string }): string {
  const quotes = new Map(content.quotes.map((quote) => [quote.id, quote]));
  const images = new Map(content.images.map((image) => [image.id, image]));
  const references = {
    quote: (id: string) => {
      const quote = quotes.get(id);
      return quote ? quoteHtml(quote) : null;
    },
    image: (id: string) => imageHtml(images.get(id) ?? null),
    article: () => null,
  };
  const bylines = content.bylines.map(({ name }) => escapeHtml(name)).join(', ');
  const sections = content.sections.map(
    ({ id, heading, body }) =>
      `<section id="${escapeHtml(id)}">${heading ? `<h2>${escapeHtml(heading)}</h2>` : ''}${lexicalHtml(body, references)}</section>`,
  );
  const title = escapeHtml(content.headline ?? 'Untitled');
  return `<!doctype html>
<html lang="${escapeHtml(content.language ?? 'en')}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>Preview: ${title}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<p class="label">Preview of the working copy. Not published.</p>
<article>
<h1>${title}</h1>
${content.standfirst ? `<p class="standfirst">${escapeHtml(content.standfirst)}</p>` : ''}
${bylines ? `<p class="byline">By ${bylines}</p>` : ''}
${imageHtml(content.leadImage) ?? ''}
${content.dateline ? `<p class="byline">${escapeHtml(content.dateline)}</p>` : ''}
${sections.join('\n') || '<p>No sections yet: write the first one.</p>'}
</article>
<script nonce="${nonce}">${RELOAD_ON_SAVE}</script>
</body>
</html>`;
}

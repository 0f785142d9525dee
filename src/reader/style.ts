/** The whole look of the reader site: system fonts, two colour schemes, a sheet of paper in print. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c1b19; --soft: #5a5751; --paper: #fdfcfa; --line: #d9d5cd; --accent: #8a2b12; --note: #f3efe7; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece9e3; --soft: #b0aba1; --paper: #171614; --line: #3b3833; --accent: #f0a088; --note: #24221f; } }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 1.125rem/1.6 Georgia, 'Times New Roman', serif; -webkit-text-size-adjust: 100%; }
body { margin: 0; }
.sheet { max-width: 42rem; margin: 0 auto; padding: 1.25rem 1.25rem 4rem; overflow-wrap: break-word; }
.skip { position: absolute; left: -99rem; } .skip:focus { position: static; }
a { color: inherit; text-decoration-color: var(--accent); text-underline-offset: 0.15em; }
a:hover { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.masthead { font: 600 0.95rem/1.4 system-ui, sans-serif; border-bottom: 1px solid var(--line); padding-bottom: 0.75rem; display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: baseline; }
.masthead a { text-decoration: none; padding: 0.25rem 0; } .masthead .name { font-size: 1.1rem; margin-right: auto; }
.label { font: 600 0.85rem/1.4 system-ui, sans-serif; background: var(--note); border-left: 4px solid var(--accent); padding: 0.5rem 0.75rem; margin: 1rem 0 0; }
h1 { font-size: clamp(1.8rem, 6vw, 2.4rem); line-height: 1.15; margin: 1.75rem 0 0.75rem; text-wrap: balance; }
h2 { font-size: 1.4rem; line-height: 1.25; margin: 2.25rem 0 0.5rem; } h3 { font-size: 1.15rem; margin: 1.75rem 0 0.5rem; }
.standfirst { font-size: 1.25rem; line-height: 1.45; margin: 0 0 1rem; }
.small, figcaption, footer, time { font: 0.9rem/1.5 system-ui, sans-serif; color: var(--soft); }
.small { margin: 0.25rem 0; }
figure { margin: 1.5rem 0; } img { max-width: 100%; height: auto; display: block; background: var(--note); }
table { display: block; overflow-x: auto; border-collapse: collapse; margin: 1.75rem 0; font: 0.95rem/1.5 system-ui, sans-serif; }
th, td { border-bottom: 1px solid var(--line); padding: 0.4rem 0.9rem 0.4rem 0; text-align: left; vertical-align: top; } td p, th p { margin: 0; }
blockquote { margin: 1.75rem 0; padding-left: 1.25rem; border-left: 4px solid var(--accent); font-size: 1.2rem; } blockquote p { margin: 0 0 0.25rem; }
.dateline { font-variant-caps: all-small-caps; letter-spacing: 0.04em; }
.quotation { position: relative; border-bottom: 1px dotted var(--accent); }
.quotation button { font: 600 0.7rem/1 system-ui, sans-serif; color: var(--accent); background: none; border: 0; padding: 0.45em 0.4em; margin: -0.45em 0; vertical-align: super; cursor: help; }
.source { display: none; position: absolute; left: 0; top: 100%; z-index: 1; width: max-content; max-width: min(22rem, 80vw); background: var(--paper); border: 1px solid var(--line); border-radius: 6px; box-shadow: 0 6px 24px #0004; padding: 0.6rem 0.8rem; font: 0.9rem/1.5 system-ui, sans-serif; font-style: normal; color: var(--ink); }
.quotation:hover > .source, .quotation:focus-within > .source { display: block; }
.away .quotation > .source { display: none; }
.source > span { display: block; }
.aside { border-top: 1px solid var(--line); margin-top: 2.5rem; } .aside ol, .aside ul { padding-left: 1.25rem; } .aside li { margin: 0.6rem 0; }
.corrections { background: var(--note); padding: 0.1rem 1rem 0.75rem; margin-top: 2.5rem; } .corrections h2 { margin-top: 1rem; font-size: 1.15rem; } .corrections ul { padding-left: 1.25rem; margin: 0; }
.list { list-style: none; padding: 0; margin: 0; } .list > li { border-bottom: 1px solid var(--line); padding: 1.25rem 0; }
.list h2 { margin: 0 0 0.35rem; } .list h2 a { text-decoration: none; } .list p { margin: 0 0 0.35rem; }
.topics { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; list-style: none; padding: 0; margin: 1rem 0 0; font: 0.95rem/1.5 system-ui, sans-serif; } .topics a { display: inline-block; padding: 0.25rem 0; }
.next { font: 600 1rem/1.5 system-ui, sans-serif; margin-top: 1.5rem; }
@media (max-width: 42rem) { .quotation { position: static; } .source { position: fixed; left: 1rem; right: 1rem; top: auto; bottom: 1rem; width: auto; max-width: none; } }
@media print {
  :root { --ink: #000; --soft: #333; --paper: #fff; --note: #fff; --accent: #000; }
  .skip, .masthead nav, .quotation button, .next, .related { display: none; } .quotation { border: 0; } .quotation > .source { display: none !important; }
  .sheet { max-width: none; padding: 0; } a { text-decoration: none; } h1, h2, h3 { break-after: avoid; } figure, blockquote, li { break-inside: avoid; }
  .sources a::after { content: ' ' attr(href); font-size: 0.85em; }
}
`;

/** Escape puts away a source that is shown, without moving the pointer or the focus (WCAG 1.4.13). */
export const PUT_AWAY = `
const { classList } = document.documentElement;
addEventListener('keydown', ({ key }) => key === 'Escape' && classList.add('away'));
for (const type of ['focusin', 'pointerover']) addEventListener(type, () => classList.remove('away'));
`;

/**
 * In the admin's frame: reloads when the editor saves, keeping the place, also from the draft to an
 * edition and back. Links open beside it, so that the frame always shows this article.
 */
export const RELOAD_ON_SAVE = `
const place = 'place:' + location.pathname;
addEventListener('message', (event) => {
  if (event.origin === location.origin && event.data?.type === 'payload-document-event') location.reload();
});
addEventListener('pagehide', () => sessionStorage.setItem(place, String(scrollY)));
addEventListener('click', ({ target }) => {
  const link = parent === window ? null : target.closest('a[href]:not([href^="#"])');
  if (link) link.target = '_blank';
});
scrollTo(0, Number(sessionStorage.getItem(place) ?? 0));
parent.postMessage({ type: 'payload-live-preview', ready: true }, location.origin);
`;

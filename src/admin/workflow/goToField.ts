import { formFields } from '../../domain/edition/otherFields';

/** The tabs of the article's form in their order, each with the fields that it holds. */
const TABS = formFields();

/** Long enough for a tab to draw its fields. */
const DRAW_MS = 150;

/** Brings a field of the article into view, wherever it is, and puts the cursor there. */
export function goToField(path: string): void {
  const [root = ''] = path.split('.');
  const isOnPage = document.getElementById(`field-${root}`) !== null;
  const form = document.querySelector<HTMLAnchorElement>('.doc-tabs a[href$="/details"]');
  if (isOnPage || !form || document.querySelector('.tabs-field')) show(path, root);
  else {
    // The story page has the texts only; the form has the other fields.
    form.click();
    whenShown('.tabs-field', () => show(path, root));
  }
}

/** A page that takes longer than this has a problem of its own. */
const PAGE_MS = 10_000;

function whenShown(selector: string, then: () => void): void {
  const since = Date.now();
  const timer = setInterval(() => {
    const isShown = document.querySelector(selector) !== null;
    if (isShown || Date.now() - since > PAGE_MS) clearInterval(timer);
    if (isShown) then();
  }, DRAW_MS);
}

function show(path: string, root: string): void {
  const tab = TABS.findIndex((fields) => fields.includes(root));
  document.querySelectorAll<HTMLButtonElement>('.tabs-field__tab-button')[tab]?.click();
  setTimeout(() => {
    const id = `field-${path.replaceAll('.', '__')}`;
    const field = document.getElementById(id) ?? document.getElementById(`field-${root}`);
    field?.scrollIntoView({ block: 'center' });
    const control = field?.matches('input, textarea, select, button')
      ? field
      : field?.querySelector<HTMLElement>(
          'input, textarea, select, button, [tabindex], [contenteditable=true]',
        );
    control?.focus({ preventScroll: true });
  }, DRAW_MS);
}

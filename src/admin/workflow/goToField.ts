/** Which tab of the article's page holds a field. */
const TABS: Record<string, string> = {
  headline: 'Story',
  standfirst: 'Story',
  sections: 'Story',
  leadImage: 'Pictures',
  leadImageCaption: 'Pictures',
  leadImageCredit: 'Pictures',
  kind: 'Details',
  language: 'Details',
  dateline: 'Details',
  bylines: 'Details',
  topics: 'Details',
  relatedArticles: 'Details',
  embargoUntil: 'Checks',
  flags: 'Checks',
  origin: 'Checks',
};

/** Long enough for a tab to draw its fields. */
const DRAW_MS = 150;

/** Brings a field of the article into view, in whichever tab it is, and puts the cursor there. */
export function goToField(path: string): void {
  const [root = ''] = path.split('.');
  const tab = TABS[root];
  const buttons = document.querySelectorAll<HTMLButtonElement>('.tabs-field__tab-button');
  [...buttons].find((button) => button.textContent?.trim() === tab)?.click();
  setTimeout(() => {
    const id = `field-${path.replaceAll('.', '__')}`;
    const field = document.getElementById(id) ?? document.getElementById(`field-${root}`);
    field?.scrollIntoView({ block: 'center' });
    const control = field?.matches('input, textarea, select, button')
      ? field
      : field?.querySelector<HTMLElement>('input, textarea, select, button, [tabindex]');
    control?.focus({ preventScroll: true });
  }, DRAW_MS);
}

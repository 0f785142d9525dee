import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import type { NewsroomApi } from '../support/newsroomApi';
import { newsroomInBrowser } from '../support/newsroomInBrowser';
import { seriousFindings } from '../support/seriousFindings';

const newsroom = newsroomInBrowser();
const ask: NewsroomApi['ask'] = (...request) => newsroom.api.ask(...request);

/** A made-up article of the writer's, with or without the text that review asks for. */
async function write(headline: string, { isWhole = true } = {}): Promise<string> {
  const { doc: section } = await ask('writer', 'POST', '/sections', {
    body: lexicalFromParagraphs(['It happened in Port Hallow on a Tuesday.']),
  });
  const { doc } = await ask('writer', 'POST', '/articles', {
    headline,
    ...(isWhole ? { standfirst: 'A plainly made-up story.', sections: [section.id] } : {}),
  });
  return doc.id as string;
}

const column = (page: Page, name: string): Locator =>
  page.locator(`.board__column[data-column="${name}"]`);
const cardIn = (page: Page, name: string, headline: string): Locator =>
  column(page, name).locator('.board-card', { hasText: headline });

describe('the desk', () => {
  it('opens with what waits, and a row leads to the very action', async () => {
    const id = await write('The ferry that came early');
    await ask('writer', 'POST', `/articles/${id}/actions/submit`, {});
    const { page } = await newsroom.desk('editor');
    const waiting = page.getByRole('region', { name: /^Waiting for me/ });
    const row = waiting.locator('.desk-row', { hasText: 'The ferry that came early' });
    await row.getByText(/^Changed/).waitFor();
    expect(await row.locator('time').getAttribute('title')).toMatch(/\d{4} at \d{2}:\d{2}/);
    expect(await seriousFindings(page, '.newsdesk')).toEqual([]);

    await row.getByRole('link', { name: /^Read and approve/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Approve' });
    await dialog.getByRole('button', { name: 'Approve' }).click();
    await page.locator('.workflow-pill--approved').waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  it('follows while it is open', async () => {
    const { page } = await newsroom.desk('writer');
    const mine = page.getByRole('region', { name: /^Mine/ });
    await mine.waitFor();
    await write('Written elsewhere meanwhile');
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await mine.getByText('Written elsewhere meanwhile').waitFor();
  });
});

describe('the board', () => {
  it('moves a card by dragging, and one that the guards refuse stays with the reason', async () => {
    const whole = 'A whole story to drag';
    const empty = 'A headline and nothing else';
    await write(whole);
    await write(empty, { isWhole: false });
    const { page } = await newsroom.admin('writer');
    await page.goto(`${newsroom.url}/admin/board`);

    await cardIn(page, 'draft', empty).dragTo(column(page, 'in_review'));
    await page.locator('.board__told', { hasText: 'The standfirst is empty' }).waitFor();
    await cardIn(page, 'draft', empty).waitFor();
    expect(await cardIn(page, 'in_review', empty).count()).toBe(0);

    await cardIn(page, 'draft', whole).dragTo(column(page, 'approved'));
    await page.locator('.board__told', { hasText: 'No step leads from' }).waitFor();

    await cardIn(page, 'draft', whole).dragTo(column(page, 'in_review'));
    await cardIn(page, 'in_review', whole).waitFor();
    expect(await cardIn(page, 'draft', whole).count()).toBe(0);
    expect(await seriousFindings(page, '.newsdesk')).toEqual([]);
  });

  it('moves a card by keyboard alone: what needs words asks for them, approving shows the text', async () => {
    const headline = 'Moved without a mouse';
    const id = await write(headline);
    await ask('writer', 'POST', `/articles/${id}/actions/submit`, {});
    const { page } = await newsroom.admin('editor');
    await page.goto(`${newsroom.url}/admin/board`);
    const title = (name: string) => cardIn(page, name, headline).getByRole('link');

    await title('in_review').focus();
    await page.keyboard.press('Shift+ArrowRight');
    const dialog = page.getByRole('dialog', { name: 'Request changes' });
    await dialog.waitFor();
    expect(await seriousFindings(page, 'dialog.action-dialog')).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await title('in_review').focus();
    await page.keyboard.press('Shift+ArrowRight');
    await dialog.getByRole('textbox').press('T');
    await page.keyboard.type('ell us who paid.');
    await dialog.getByRole('button', { name: 'Request changes' }).press('Enter');
    await title('changes_requested').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe(headline);

    await ask('writer', 'POST', `/articles/${id}/actions/submit`, {});
    await page.reload();
    await cardIn(page, 'in_review', headline).getByText('Move', { exact: true }).press('Enter');
    await cardIn(page, 'in_review', headline)
      .getByRole('button', { name: 'To “Approved”: Approve' })
      .press('Enter');
    await page.waitForURL((url) => url.pathname.endsWith(id));
    await page.getByRole('dialog', { name: 'Approve' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.workflow-pill--in_review').waitFor();
  });

  it('filters, and keeps a filter for whoever made it and nobody else', async () => {
    await write('A draft among drafts');
    const { page } = await newsroom.admin('editor');
    await page.goto(`${newsroom.url}/admin/board`);
    await cardIn(page, 'draft', 'A draft among drafts').waitFor();
    await page.getByLabel('Mine only').check();
    await cardIn(page, 'draft', 'A draft among drafts').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Save this filter' }).click();
    await page.getByLabel('Name of the filter').fill('What I do');
    const kept = page.waitForResponse(
      (response) => response.url().includes('filters') && response.request().method() === 'POST',
    );
    await page.keyboard.press('Enter');
    await kept;
    await page.reload();
    await cardIn(page, 'draft', 'A draft among drafts').waitFor();
    await page.getByRole('button', { name: 'What I do', exact: true }).click();
    await cardIn(page, 'draft', 'A draft among drafts').waitFor({ state: 'detached' });
    expect(await page.getByLabel('Mine only').isChecked()).toBe(true);

    const { page: another } = await newsroom.admin('writer');
    await another.goto(`${newsroom.url}/admin/board`);
    await cardIn(another, 'draft', 'A draft among drafts').waitFor();
    expect(await another.getByRole('button', { name: 'What I do' }).count()).toBe(0);
  });
});

describe('quick search', () => {
  it('finds, opens and acts by keyboard alone', async () => {
    const headline = 'Quincunx of lighthouses';
    const id = await write(headline);
    const { page } = await newsroom.desk('writer');
    await page.locator('.desk-list').first().waitFor();
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'Quick search' });
    await field.waitFor();
    await page.keyboard.type('lighth quin');
    const option = page.getByRole('option', { name: new RegExp(headline) });
    await option.waitFor();
    expect(await option.getAttribute('aria-selected')).toBe('true');
    expect(await field.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
    expect(await seriousFindings(page, 'dialog.quick-search')).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname.endsWith(id));
    await page.locator('.workflow-bar').waitFor();

    // On an article its own actions are offered too.
    await page.keyboard.press('Control+k');
    await field.waitFor();
    await page.keyboard.type('submit');
    await page.getByRole('option', { name: /^Submit for review/ }).waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Submit for review' });
    await dialog.getByRole('button', { name: 'Submit for review' }).press('Enter');
    await page.locator('.workflow-pill--in_review').waitFor();

    // What was opened last comes first.
    await page.goto(`${newsroom.url}/admin/board`);
    await page.locator('.board').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('group', { name: 'Recently opened' }).getByText(headline).waitFor();
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
  });

  it('shows all keys, and single keys can be switched off', async () => {
    const { page } = await newsroom.desk('writer');
    await page.locator('.desk-list').first().waitFor();
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await keys.waitFor();
    expect(await seriousFindings(page, 'dialog.key-map')).toEqual([]);
    await keys.getByLabel(/^Single keys/).uncheck();
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    expect(await keys.count()).toBe(0);
  });
});

describe('the panel in German', () => {
  it('is chosen in the account, and speaks German from the desk to the fields', async () => {
    const { page } = await newsroom.desk('editor', {
      colourScheme: 'dark',
      // An id that is refused, with words in German.
      expectedErrors: [/400/],
    });
    await page.goto(`${newsroom.url}/admin/account`);
    await page.locator('#language-select').fill('Deutsch');
    await page.keyboard.press('Enter');
    await page.getByText('Sprache', { exact: true }).first().waitFor();
    expect(await page.locator('#field-language').count()).toBe(0);
    await page.getByText('Der Kalender im eigenen Kalenderprogramm').waitFor();
    expect(await seriousFindings(page, '.calendar-feed')).toEqual([]);
    await page.goto(`${newsroom.url}/admin`);
    await page.getByRole('heading', { name: 'Schreibtisch' }).waitFor();
    await page.getByRole('region', { name: /^Wartet auf mich/ }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    expect(await seriousFindings(page, '.newsdesk')).toEqual([]);

    const id = await write('Ein Leuchtturm für Port Hallow');
    await page.goto(`${newsroom.url}/admin/collections/articles/${id}/details`);
    await page.locator('.workflow-pill--draft', { hasText: 'Entwurf' }).waitFor();
    await page.getByRole('button', { name: 'Autoren und Themen' }).waitFor();
    // What the server says is in the way, and the story page with what its style sheet draws.
    await page
      .getByText('Niemand ist als Autor genannt: Ergänzen Sie eine Autorenzeile.')
      .waitFor();
    await page.getByRole('link', { name: 'Text', exact: true }).click();
    await page.getByRole('toolbar', { name: 'Schreiben' }).waitFor();
    await page.getByText('Alles ist gespeichert').waitFor();
    await page.getByText(/\d+ Wörter · 1 Minute Lesezeit/).waitFor();
    expect(await seriousFindings(page, '.story__gutter')).toEqual([]);

    // While it loads, it is paler.
    const isLoaded = () => page.locator('.calendar__grid[aria-busy=false]').waitFor();
    await page.goto(`${newsroom.url}/admin/calendar?view=month`);
    await page.getByRole('heading', { name: 'Kalender', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Monat', exact: true }).waitFor();
    await page.locator('.calendar__month').waitFor();
    await isLoaded();
    expect(await seriousFindings(page, '.calendar')).toEqual([]);
    await page.getByRole('button', { name: 'Tag', exact: true }).click();
    await page.locator('.calendar__hours--1').waitFor();
    await isLoaded();
    expect(await seriousFindings(page, '.calendar')).toEqual([]);
    await page.goto(`${newsroom.url}/admin/import`);
    await page.getByRole('heading', { name: 'Texte importieren' }).waitFor();
    await page.goto(`${newsroom.url}/admin/collections/people/create`);
    await page.getByText('Wikidata-Kennung').first().waitFor();
    await page.getByText('Unterscheidet Personen gleichen Namens: Q42.').waitFor();
    await page.locator('#field-name').fill('Mara Teck');
    await page.locator('#field-wikidataId').fill('crane');
    await page.locator('#action-save-draft').click();
    await page
      .getByTestId('field-error')
      .getByText('Eine Wikidata-Kennung ist Q und eine Zahl: Q42.')
      .waitFor();

    // It comes along to another browser.
    const { page: elsewhere } = await newsroom.page();
    await newsroom.signInByForm(elsewhere, 'editor');
    await elsewhere.getByRole('heading', { name: 'Schreibtisch' }).waitFor();
  });
});

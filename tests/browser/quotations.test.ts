import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { openArticle, saved } from '../support/adminPage';
import { seriousFindings } from '../support/seriousFindings';
import { newsroomInBrowser } from '../support/newsroomInBrowser';

const HEADLINE = 'NATO Chief Says Russia Not Moving Fast Enough to End War in Ukraine';
const SLUG = 'nato-chief-says-russia-not-moving-fast-enough-to-end-war-in-ukraine';

const newsroom = newsroomInBrowser();

const { admin } = newsroom;

async function openSection(page: Page) {
  await openArticle(page, newsroom.url, HEADLINE);
  await page.getByRole('button', { name: /^Edit Russia.s Pace of Resolution/ }).click();
  await page.locator('.drawer .quotations').waitFor();
  await page.locator('.drawer [contenteditable=true] p').first().waitFor();
}

async function closeDrawer(page: Page) {
  await page.keyboard.press('Escape');
  await page.locator('.drawer [contenteditable=true]').waitFor({ state: 'detached' });
}

describe('a quotation', () => {
  it('with one altered letter goes no further, until an editor overrides it with a reason', async () => {
    const { page: writer } = await admin('writer');
    await openSection(writer);
    const tango = writer.locator('.quotations__row', { hasText: 'to dance the tango' });
    // Shown in the text, it is written anew with another first letter.
    const passage = tango.getByRole('button', { name: /dance the tango/ });
    const selected = () => writer.evaluate(() => window.getSelection()?.toString() ?? '');
    await expect
      .poll(async () => {
        await passage.click();
        return selected();
      })
      .toMatch(/^Russians also have to dance the tango/);
    const altered = (await selected()).replace('Russians', 'Pussians');
    await saved(writer, () => writer.keyboard.insertText(altered));
    await tango.locator('.quotations__state', { hasText: 'Altered' }).waitFor();
    await tango.locator('del', { hasText: 'Pussians' }).waitFor();
    expect(await seriousFindings(writer, '.section-quotations')).toEqual([]);
    await closeDrawer(writer);

    const blockers = writer.locator('.workflow-bar__blockers');
    await blockers.getByText('the text says “Pussians” where the record says “Russians”').waitFor();
    await blockers.locator('ins', { hasText: 'Russians' }).waitFor();
    expect(await writer.getByRole('button', { name: 'Submit for review' }).count()).toBe(0);
    expect(await blockers.getByRole('button', { name: 'Override…' }).count()).toBe(0);

    const { page: editor } = await admin('editor');
    await openArticle(editor, newsroom.url, HEADLINE);
    const finding = editor.locator('.workflow-bar__blockers li', { hasText: 'Pussians' });
    await finding.getByRole('button', { name: 'Override…' }).click();
    const confirm = editor.getByRole('button', { name: 'Override this finding' });
    expect(await confirm.isDisabled()).toBe(true);
    await editor.getByLabel('Why this may go on as it is').fill('He says so on the tape.');
    expect(await seriousFindings(editor, '.workflow-bar')).toEqual([]);
    await confirm.click();
    await editor.getByRole('button', { name: 'Submit for review' }).waitFor();
    const published = await fetch(`${newsroom.url}/v1/articles/${SLUG}`);
    expect(await published.text()).not.toContain('Pussians');
  });

  it('is recorded with one click, or said to need none, and back', async () => {
    const { page } = await admin('writer');
    await openSection(page);
    const body = page.locator('.drawer [contenteditable=true]').first();
    await body.locator('p').first().click();
    await saved(page, async () => {
      await page.keyboard.press('Home');
      await page.keyboard.type('“We will wait for one more winter,” Rutte said. ');
    });
    const row = page.locator('.quotations__row', { hasText: 'one more winter' });
    await expect.poll(() => row.getByLabel('Speaker').inputValue()).toBe('Mark Rutte');
    await row.getByRole('button', { name: 'No quote needed' }).click();
    await row.getByRole('button', { name: 'Undo' }).click();
    await row.getByRole('button', { name: 'Accept', exact: true }).click();
    await row.locator('.quotations__state', { hasText: 'Unverified' }).waitFor();
    await row.getByText('Mark Rutte').waitFor();
    await page.getByText('The quote is recorded.').waitFor();

    // The form goes on from there: nobody is told of a newer text, and the next words are saved.
    await body.locator('p').first().click();
    await saved(page, async () => {
      await page.keyboard.press('End');
      await page.keyboard.type(' So it went.');
    });
    await row.locator('.quotations__state', { hasText: 'Unverified' }).waitFor();
    expect(await page.locator('.conflict-notice').count()).toBe(0);
    await closeDrawer(page);
    await page.getByRole('button', { name: 'Submit for review' }).click();
    const asked = page.getByRole('dialog', { name: 'Submit for review' });
    await asked.getByLabel('Note that readers see').fill('The winter was added.');
    await asked.getByRole('button', { name: 'Submit for review' }).click();
    await page.locator('.workflow-pill--in_review').waitFor();
  });
});

describe('the verification desk', () => {
  it('is in the menu; its keys verify, and a dispute says why', async () => {
    const { page } = await newsroom.desk('fact-checker');
    await page.getByRole('button', { name: 'Open Menu' }).first().click();
    await page.getByRole('link', { name: 'Verification desk' }).click();
    const items = page.locator('.verification__item');
    const winter = page.getByRole('article', { name: /one more winter/ });
    await winter.waitFor();
    expect(await seriousFindings(page, '.verification')).toEqual([]);

    const waiting = await items.count();
    await items.first().focus();
    await page.keyboard.press('j');
    await expect
      .poll(() => items.nth(1).evaluate((item) => item === document.activeElement))
      .toBe(true);
    await winter.focus();
    await page.keyboard.press('v');
    await page.getByText('is verified now').waitFor();
    await expect.poll(() => items.count()).toBe(waiting - 1);

    const other = items.first();
    await other.getByRole('button', { name: 'Dispute' }).click();
    await other.getByText('Say in the note what is wrong').waitFor();
    await other.getByLabel(/^Note/).fill('The tape has other words.');
    await other.getByRole('button', { name: 'Dispute' }).click();
    await page.getByText('is disputed now').waitFor();
    await page.getByRole('button', { name: 'Disputed (1)' }).click();
    await expect.poll(() => items.count()).toBe(1);
    await page.getByRole('button', { name: 'Verified (1)' }).click();
    await winter.waitFor();
  });

  it('leads to who is quoted, as a picture, a table and a file', async () => {
    const { page } = await admin('editor');
    await page.goto(`${newsroom.url}/admin/collections/quotes/voices`);
    await page.getByRole('rowheader', { name: 'Mark Rutte' }).waitFor();
    expect(await seriousFindings(page, '.voices')).toEqual([]);
    await page.getByLabel('To', { exact: true }).fill('2001-01-01');
    await page.getByText('Nobody is quoted here.').waitFor();
    const address = await page.getByRole('link', { name: 'Download as CSV' }).getAttribute('href');
    const csv = await page.evaluate(async (href) => (await fetch(href)).text(), String(address));
    expect(csv.split('\r\n')).toHaveLength(2);

    await openArticle(page, newsroom.url, HEADLINE);
    await page.getByRole('link', { name: 'Quotations' }).click();
    await page.locator('.quotations__row').first().waitFor();
    expect(await seriousFindings(page, '.voices')).toEqual([]);
  });
});

import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';

import { newsroomInBrowser } from '../support/newsroomInBrowser';
import { seriousFindings } from '../support/seriousFindings';

const newsroom = newsroomInBrowser();

const QUILL = [
  'We waited eleven years for this light',
  'Nobody told us when it would come',
  'The harbour was dark for all that time',
  'I shall sleep better from now on',
  'My father lit the old lamp by hand',
];
const MARSH = 'The town has paid for it twice over';
const STORY = [
  'The lighthouse of Port Hallow was lit on Tuesday.',
  ...QUILL.map((words) => `“${words},” Ada Quill said.`),
  `“${MARSH},” Bruno Marsh said.`,
].join('\n\n');
/** A save waits for a pause in typing, and what stands how is read after it. */
const soon = { timeout: 30_000 };

async function pasteStory(page: Page): Promise<void> {
  await page.locator('.story__sections > *').first().waitFor();
  await page.getByText('The ferry leaves at nine.').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, STORY);
}

it('six pasted quotations: five vouched for in one step, one verified, approved', async () => {
  const { api } = newsroom;
  for (const name of ['Ada Quill', 'Bruno Marsh'])
    await api.ask('writer', 'POST', '/people', { name });
  const { id } = await api.writeArticle('Port Hallow lights up at last');
  const story = `${newsroom.url}/admin/collections/articles/${id}`;
  const { page } = await newsroom.admin('writer');
  await page.goto(story);
  await pasteStory(page);
  const list = page.locator('.story-findings', { hasText: 'Quotations: ' });
  await list.getByText('6 Not recorded yet').click(soon);
  await list.getByRole('button', { name: 'Accept the 6 whose speaker is clear' }).click();
  await list.getByText('6 Unverified').waitFor(soon);

  // By keyboard alone: all, without the one that she did not hear, from her own interview.
  const open = page.getByRole('button', { name: 'Vouch for quotations…' });
  await open.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Who answers for these words?' });
  await dialog.waitFor();
  expect(await seriousFindings(page, '.vouch-dialog')).toEqual([]);
  const confirm = dialog.getByRole('button', { name: /^Vouch for th/ });
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByRole('button', { name: 'Choose all' }).press('Enter');
  await dialog.getByRole('checkbox', { name: MARSH }).press('Space');
  await dialog.getByRole('radio', { name: 'Own interview' }).press('Space');
  await dialog.getByLabel('Date, where you have it').fill('2026-05-01');
  await dialog.getByLabel('Place, where you have it').fill('Port Hallow');
  expect(await seriousFindings(page, '.vouch-dialog')).toEqual([]);
  await dialog.getByRole('button', { name: 'Vouch for these 5' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect(await open.evaluate((one) => one === document.activeElement)).toBe(true);
  await list.getByText('5 Vouched for').waitFor(soon);
  const how = 'Vouched for by The writer: Own interview, 1 May 2026, Port Hallow';
  await expect.poll(() => list.getByText(/^Vouched for by .*Port Hallow/).count(), soon).toBe(5);
  expect(
    await list
      .getByText(/^Vouched for by/)
      .first()
      .textContent(),
  ).toContain(how.slice(how.indexOf(':')).slice(0, 15));
  expect(await seriousFindings(page, '.story__gutter')).toEqual([]);

  // Nobody answers for the sixth, so it stops the approval; what a fact-checker says lets it go on.
  await api.ask('writer', 'POST', `/articles/${id}/actions/submit`);
  const { page: editor } = await newsroom.admin('editor');
  await editor.goto(story);
  await editor
    .getByText(/Nobody answers for the quotation “The town has paid/)
    .first()
    .waitFor(soon);

  const { page: checker } = await newsroom.admin('fact-checker');
  await checker.goto(`${story}/quotations`);
  const row = checker.locator('.quotations__row', { hasText: MARSH });
  await row.getByRole('button', { name: 'Verify' }).click(soon);
  await row.getByText('Verified', { exact: true }).waitFor(soon);

  await editor.reload();
  await editor.getByRole('button', { name: 'Approve', exact: true }).click(soon);
  const approval = editor.getByRole('dialog', { name: 'Approve' });
  await approval.getByText('Own interview').first().waitFor(soon);
  await approval.getByRole('button', { name: 'Approve', exact: true }).click();
  await approval.waitFor({ state: 'detached' });
  const { doc, ...article } = await api.ask('editor', 'GET', `/articles/${id}?draft=true`);
  expect((doc ?? article).workflow.stage).toBe('approved');
});

import { describe, expect, it } from 'vitest';

import { openArticle, saved } from '../support/adminPage';
import { seriousFindings } from '../support/seriousFindings';
import { newsroomInBrowser } from '../support/newsroomInBrowser';

const HEADLINE = 'NATO Chief Says Russia Not Moving Fast Enough to End War in Ukraine';
const SLUG = 'nato-chief-says-russia-not-moving-fast-enough-to-end-war-in-ukraine';

const newsroom = newsroomInBrowser();

const { admin } = newsroom;

async function published(): Promise<string> {
  return (await fetch(`${newsroom.url}/v1/articles/${SLUG}`)).text();
}

describe('the story of a change', () => {
  it('is written, previewed, submitted, approved and published by three people', async () => {
    const { page: writer } = await newsroom.page();
    await newsroom.signInByForm(writer, 'writer');
    await writer.goto(`${newsroom.url}/admin/collections/articles`);
    await writer.getByRole('link', { name: HEADLINE }).click();
    await writer.locator('.story__sections > *').first().waitFor();
    await writer.getByRole('link', { name: 'Details', exact: true }).click();
    await writer.locator('.tabs-field').waitFor();
    await writer.locator('.live-preview-toggler').click();
    const preview = writer.frameLocator('iframe').first();
    await preview.getByText('NATO and Trade Tariffs').waitFor();

    await writer.getByRole('button', { name: 'Edit NATO and Trade Tariffs' }).click();
    const body = writer.locator('.drawer [contenteditable=true]').first();
    await saved(writer, async () => {
      await body.click();
      await writer.keyboard.press('Control+End');
      await writer.keyboard.type(' One more sentence, written in the panel.');
    });
    await writer.keyboard.press('Escape');
    await writer.locator('.drawer [contenteditable=true]').waitFor({ state: 'detached' });
    // Typing in the article itself saves it, and the preview follows each save.
    await saved(writer, async () => {
      await writer.locator('#field-standfirst').press('Control+End');
      await writer.keyboard.type(' And a little more.');
    });
    await preview.getByText('One more sentence, written in the panel.').waitFor();
    expect(await published()).not.toContain('written in the panel');

    // Readers have seen this article: what is changed is said with the change.
    await writer.getByRole('button', { name: 'Submit for review' }).click();
    const asked = writer.getByRole('dialog', { name: 'Submit for review' });
    await asked.getByLabel('Update: there is news').check();
    await asked.getByLabel('Note that readers see').fill('A sentence was added.');
    await asked.getByRole('button', { name: 'Submit for review' }).click();
    await writer.getByText('In review').waitFor();

    const { page: editor } = await newsroom.desk('editor');
    await editor.getByLabel(/^Notices, [1-9]\d* unread/).waitFor();
    await openArticle(editor, newsroom.url, HEADLINE);
    await editor.getByRole('button', { name: 'Approve', exact: true }).click();
    const approval = editor.getByRole('dialog');
    await approval.getByText('One more sentence, written in the panel.').waitFor();
    expect(await seriousFindings(editor, 'dialog.action-dialog')).toEqual([]);
    await approval.getByRole('button', { name: 'Approve', exact: true }).click();
    await editor.locator('.workflow-pill--approved').waitFor();
    expect(await published()).not.toContain('written in the panel');

    const { page: publisher } = await admin('publisher');
    await openArticle(publisher, newsroom.url, HEADLINE);
    await publisher.getByRole('button', { name: 'Publish', exact: true }).click();
    const question = publisher.getByRole('dialog');
    await question.getByText('What changes for readers').waitFor();
    await question.getByText('A sentence was added.').waitFor();
    await question.getByRole('button', { name: 'Publish', exact: true }).click();
    await publisher.getByText('Published. Readers see it now.').waitFor();
    await expect.poll(published, { timeout: 30_000 }).toContain('written in the panel');
    expect(await published()).toContain('A sentence was added.');

    await publisher.getByRole('link', { name: 'History' }).click();
    await publisher.getByRole('rowheader', { name: /^2 · readers see this/ }).waitFor();
    await publisher.locator('.diff ins', { hasText: 'written in the panel' }).waitFor();
    expect(await seriousFindings(publisher, '.history')).toEqual([]);
  });
});

describe('a new article', () => {
  it('says what is missing, and a click goes there', async () => {
    const { page } = await admin('writer');
    await page.goto(`${newsroom.url}/admin/collections/articles/create`);
    await page.locator('.story__sections').waitFor();
    // Nobody is told off for a blank page.
    await page.locator('.workflow-bar summary', { hasText: 'Before it can go on: 3' }).waitFor();
    await page.getByRole('heading', { name: 'Untitled', exact: true }).waitFor();
    await page.getByRole('link', { name: 'Details', exact: true }).click();
    await page.locator('.tabs-field').waitFor();
    await saved(page, () => page.locator('#field-headline').fill('Harbour bridge closes'));
    const blockers = page.locator('.workflow-bar__blockers');
    await blockers.getByRole('button', { name: /standfirst is empty/ }).click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id))
      .toBe('field-standfirst');
    expect(await page.getByRole('button', { name: 'Submit for review' }).count()).toBe(0);
    await saved(page, () => page.keyboard.type('It opens again in spring.'));
    await blockers.getByRole('button', { name: /standfirst is empty/ }).waitFor({
      state: 'detached',
    });

    await page.locator('.section-list__add').click();
    const body = page.locator('.drawer [contenteditable=true]').first();
    await body.waitFor();
    // Closed at once: the words that no autosave has taken yet are not lost.
    await body.click();
    await page.keyboard.type('The bridge closes on Monday for repairs.');
    await page.keyboard.press('Escape');
    await page.getByText('The bridge closes on Monday for repairs.').waitFor();
    await page.getByRole('button', { name: 'Edit Lead' }).waitFor();
    await page.getByRole('button', { name: 'Submit for review' }).waitFor();
    expect(await seriousFindings(page, '.workflow-bar')).toEqual([]);
    expect(await seriousFindings(page, '.section-list')).toEqual([]);

    // Taken out, it comes back from the list below.
    const takeOut = page.getByRole('button', { name: 'Remove Lead from the story' });
    await saved(page, () => takeOut.click());
    await page.getByText('One section taken out').click();
    expect(await seriousFindings(page, '.section-list')).toEqual([]);
    await saved(page, () => page.getByRole('button', { name: /^Put back:/ }).click());
    await page.getByRole('button', { name: 'Edit Lead' }).waitFor();
    await page.getByText('One section taken out').waitFor({ state: 'detached' });
  });

  it('shows no button that publishes past the workflow', async () => {
    const { page } = await admin('admin');
    await openArticle(page, newsroom.url, HEADLINE);
    for (const id of ['#action-save', '#action-unpublish', '#publish-locale']) {
      expect(await page.locator(id).count(), id).toBe(0);
    }
    await page.goto(`${newsroom.url}/admin/collections/articles`);
    await page.getByRole('checkbox').nth(1).check();
    await page.locator('.list-selection').getByRole('button', { name: 'Delete' }).waitFor();
    for (const name of ['Publish', 'Unpublish']) {
      const button = page.locator('.list-selection').getByRole('button', { name, exact: true });
      expect(await button.count(), name).toBe(0);
    }
  });
});

describe('two people on one text', () => {
  it('neither loses a word: the second is told, and sees both', async () => {
    const one = await admin('writer');
    const two = await admin('editor');
    await openArticle(one.page, newsroom.url, HEADLINE);
    await openArticle(two.page, newsroom.url, HEADLINE);
    await saved(one.page, async () => {
      await one.page.locator('#field-standfirst').press('Control+End');
      await one.page.keyboard.type(' Saved first.');
    });
    const notice = two.page.getByRole('alert').filter({ hasText: 'Somebody saved a newer text' });
    await notice.waitFor();
    await notice.getByRole('button', { name: 'See both' }).click();
    const dialog = two.page.getByRole('dialog');
    await dialog.locator('del', { hasText: 'Saved first.' }).waitFor();
    await dialog.getByRole('button', { name: 'Take the saved one' }).click();
    await expect
      .poll(() => two.page.locator('#field-standfirst').inputValue())
      .toContain('Saved first.');
  });
});

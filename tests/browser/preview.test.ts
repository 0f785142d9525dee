import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { seriousFindings } from '../support/seriousFindings';
import { newsroomInBrowser } from '../support/newsroomInBrowser';

const newsroom = newsroomInBrowser();

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 800, height: 900 };

/** Longer than any window, so that there is a place to keep. */
const PARAGRAPHS = Array.from({ length: 40 }, (_, line) => `The ferry leaves at nine, ${line}.`);

const isInText = (page: Page) =>
  page.evaluate(() => document.activeElement?.classList.contains('story__sections'));

describe('the preview beside the text', () => {
  it('shows draft and live as readers get them, follows each save and leaves the cursor alone', async () => {
    const { id } = await newsroom.api.writeArticle('A ferry in two states', PARAGRAPHS);
    await newsroom.api.publish(id);
    const { page } = await newsroom.admin('writer', { viewport: WIDE });
    await page.goto(`${newsroom.url}/admin/collections/articles/${id}`);
    await page.getByText('The ferry leaves at nine, 39.').click();
    await page.keyboard.press('End');
    await page.keyboard.press('Alt+Shift+KeyP');
    const preview = page.getByRole('region', { name: 'Preview', exact: true });
    const shown = preview.frameLocator('iframe');
    await shown.getByText('The ferry leaves at nine, 39.').waitFor();
    const place = () => shown.locator('html').evaluate(() => Math.round(window.scrollY));
    await shown.locator('html').evaluate(() => window.scrollTo(0, 700));
    expect(await isInText(page)).toBe(true);
    await page.keyboard.type(' Or at ten.');
    await shown.getByText('Or at ten.').waitFor();
    await expect.poll(place).toBe(700);
    expect(await isInText(page)).toBe(true);

    // The whole of every width fits into the pane.
    for (const [device, width] of [
      ['Desktop', 1280],
      ['Tablet', 820],
    ] as const) {
      await preview.getByRole('button', { name: device }).click();
      await expect.poll(() => shown.locator('html').evaluate(() => window.innerWidth)).toBe(width);
      const widthOf = async (part: Locator) => (await part.boundingBox())?.width ?? NaN;
      await expect
        .poll(async () => (await widthOf(preview.locator('iframe'))) - (await widthOf(preview)))
        .toBeLessThanOrEqual(1);
    }

    await preview.getByRole('button', { name: 'Live: 1' }).click();
    await shown.getByText('What readers see now.').waitFor();
    expect(await shown.locator('body').innerText()).not.toContain('Or at ten.');
    expect(await seriousFindings(page, '.story-preview')).toEqual([]);
    const link = preview.getByRole('link', { name: 'New tab' });
    expect(await link.getAttribute('href')).toMatch(/&of=live$/);

    // The browser remembers both; where the text would be covered, the page begins with the text.
    await page.reload();
    await shown.getByText('Or at ten.').waitFor();
    expect(await preview.getByRole('button', { name: 'Tablet' }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    await page.setViewportSize(NARROW);
    await preview.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Preview' }).click();
    await shown.getByText('Or at ten.').waitFor();
    expect(await seriousFindings(page, '.story-preview')).toEqual([]);
    await page.keyboard.press('Escape');
    await preview.waitFor({ state: 'detached' });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Preview');
  });
});

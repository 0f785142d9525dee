import axe, { type AxeResults } from 'axe-core';
import { describe, expect, it } from 'vitest';

import { newsroomInBrowser } from '../support/newsroomInBrowser';

const SLUG = 'nato-chief-says-russia-not-moving-fast-enough-to-end-war-in-ukraine';

const newsroom = newsroomInBrowser();

describe('the reader site', () => {
  it.each([
    ['light', 1440],
    ['dark', 390],
  ] as const)('can be read by everybody, %s, %d px wide', async (colourScheme, width) => {
    const { page } = await newsroom.page({ colourScheme, viewport: { width, height: 900 } });
    for (const address of ['/read', '/read/topics', `/read/${SLUG}`]) {
      await page.goto(`${newsroom.url}${address}`);
      const { violations } = await page.evaluate<AxeResults>(`${axe.source}; axe.run(document)`);
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    }
  });

  it('shows the source of a quotation to pointer, key and finger, and puts it away', async () => {
    const { page } = await newsroom.page();
    await page.goto(`${newsroom.url}/read`);
    await page.getByRole('link', { name: /^NATO Chief/ }).click();
    const quotation = page.locator('.quotation').nth(1);
    const source = quotation.getByRole('note');
    expect(await source.isVisible()).toBe(false);
    await quotation.hover();
    expect(await source.textContent()).toContain('Mark Rutte');
    expect(await source.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await source.isVisible()).toBe(false);
    await page.mouse.move(0, 0);
    await quotation.getByRole('button').focus();
    expect(await source.isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Topics' }).focus();
    expect(await source.isVisible()).toBe(false);
    await quotation.getByRole('button').click();
    expect(await source.isVisible()).toBe(true);
  });

  it('prints the text with its sources and without what is for screens', async () => {
    const { page } = await newsroom.page();
    await page.goto(`${newsroom.url}/read/${SLUG}`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('link', { name: 'Topics' }).isVisible()).toBe(false);
    expect(await page.locator('.quotation button').first().isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: /sources/ }).isVisible()).toBe(true);
  });
});

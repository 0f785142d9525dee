import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from 'playwright-core';
import sharp from 'sharp';

import { openAdmin, openArticle, saved } from '../tests/support/adminPage';
import { launchChromium } from '../tests/support/launchChromium';
import { startServer } from '../tests/support/serverProcess';

const PICTURES = path.resolve(import.meta.dirname, '../docs/pictures');
const HEADLINE = 'NATO Chief Says Russia Not Moving Fast Enough to End War in Ukraine';
const VIEWPORT = { width: 1280, height: 900 };

/** Fonts and panes settle; nothing here waits for the network, which is idle by then. */
const SETTLE_MS = 1_500;

/** Makes the pictures of the README anew: node bin/run.mjs bin/screenshots.ts */
const server = await startServer();
const browser = await launchChromium();
await mkdir(PICTURES, { recursive: true });
try {
  const open = async (as: string) =>
    (await openAdmin({ browser, server, as, viewport: VIEWPORT })).page;

  const writer = await open('writer');
  await writer.goto(`${server.url}/admin/collections/articles`);
  await writer.getByRole('link', { name: HEADLINE }).waitFor();
  await take(writer, 'articles');

  await openArticle(writer, server.url, HEADLINE);
  await saved(writer, async () => {
    await writer.locator('#field-standfirst').press('Control+End');
    await writer.keyboard.type(' The alliance meets again next month.');
  });
  await take(writer, 'article');
  await writer.locator('.section-list__open').nth(1).click();
  await writer.locator('.drawer [contenteditable=true]').first().waitFor();
  await take(writer, 'section');
  await writer.keyboard.press('Escape');
  await writer.locator('.live-preview-toggler').click();
  await writer.frameLocator('iframe').first().getByText('NATO and Trade Tariffs').waitFor();
  await take(writer, 'preview');
  await writer.getByRole('button', { name: 'Submit for review' }).click();
  await writer.locator('.workflow-pill--in_review').waitFor();

  const editor = await open('editor');
  await openArticle(editor, server.url, HEADLINE);
  await editor.getByRole('button', { name: 'Approve', exact: true }).click();
  await editor.locator('dialog ins').first().waitFor();
  await take(editor, 'approve');
  await editor.locator('dialog').getByRole('button', { name: 'Approve', exact: true }).click();
  await editor.locator('.workflow-pill--approved').waitFor();
  await editor.getByRole('link', { name: 'History' }).click();
  await editor.locator('.diff ins').first().waitFor();
  await take(editor, 'history');
} finally {
  await browser.close();
  await server.stop();
}

async function take(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(SETTLE_MS);
  const picture = await page.screenshot();
  await sharp(picture)
    .png({ palette: true, colours: 128 })
    .toFile(path.join(PICTURES, `${name}.png`));
  console.log(`docs/pictures/${name}.png`);
}

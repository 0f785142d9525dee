import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from 'playwright-core';
import sharp from 'sharp';

import { openAdmin, openArticle, saved } from '../tests/support/adminPage';
import { launchChromium } from '../tests/support/launchChromium';
import { newsroomApi } from '../tests/support/newsroomApi';
import { startServer } from '../tests/support/serverProcess';

const PICTURES = path.resolve(import.meta.dirname, '../docs/pictures');
const HEADLINE = 'NATO Chief Says Russia Not Moving Fast Enough to End War in Ukraine';
const FIXTURES = path.resolve(import.meta.dirname, '../tests/fixtures/formats');
const AHEAD_MS = 3 * 60 * 60 * 1000;
const VIEWPORT = { width: 1280, height: 900 };

/** Fonts and panes settle; nothing here waits for the network, which is idle by then. */
const SETTLE_MS = 1_500;

/** Makes the pictures of the README and of docs/editors.md anew: node bin/run.mjs bin/screenshots.ts */
const server = await startServer();
const browser = await launchChromium();
await mkdir(PICTURES, { recursive: true });
try {
  const open = async (as: string) => {
    const { page } = await openAdmin({ browser, server, as, viewport: VIEWPORT });
    await page.goto(`${server.url}/admin`);
    return page;
  };

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
  await writer.getByRole('link', { name: 'Story', exact: true }).click();
  await writer.locator('.story__sections > *').first().waitFor();
  await take(writer, 'story');
  await writer.keyboard.press('Alt+Shift+KeyP');
  await writer.frameLocator('iframe').first().getByText('NATO and Trade Tariffs').waitFor();
  await take(writer, 'preview');
  await writer.getByRole('button', { name: 'Submit for review' }).click();
  const asked = writer.getByRole('dialog', { name: 'Submit for review' });
  await asked.getByLabel('Update: there is news').check();
  await asked.getByLabel('Note that readers see').fill('The alliance meets again next month.');
  await asked.getByRole('button', { name: 'Submit for review' }).click();
  await writer.locator('.workflow-pill--in_review').waitFor();

  await writer.goto(`${server.url}/admin/import`);
  await writer.locator('input[type=file]').setInputFiles(`${FIXTURES}/harbour.md`);
  await writer.locator('.import__story').waitFor();
  await take(writer, 'import');

  const editor = await open('editor');
  await editor.locator('.newsdesk').getByText(HEADLINE).first().waitFor();
  await take(editor, 'desk');
  await openArticle(editor, server.url, HEADLINE);
  await editor.getByRole('button', { name: 'Approve', exact: true }).click();
  await editor.locator('dialog ins').first().waitFor();
  await take(editor, 'approve');
  await editor.locator('dialog').getByRole('button', { name: 'Approve', exact: true }).click();
  await editor.locator('.workflow-pill--approved').waitFor();
  await editor.getByRole('link', { name: 'History' }).click();
  await editor.locator('.diff ins').first().waitFor();
  await take(editor, 'history');
  await editor.goto(`${server.url}/admin/board`);
  await editor.locator('.board-card').first().waitFor();
  await take(editor, 'board');

  const publisher = await open('publisher');
  await schedule();
  await publisher.goto(`${server.url}/admin/calendar`);
  await publisher.locator('.calendar-item').first().waitFor();
  await take(publisher, 'calendar');
} finally {
  await browser.close();
  await server.stop();
}

/** Tomorrow's newspaper: the approved edition goes out in a while. */
async function schedule(): Promise<void> {
  const api = newsroomApi(server);
  const { docs } = (await api.ask('publisher', 'GET', '/articles?draft=true&limit=1')) as {
    docs: [{ id: string }];
  };
  const wallTime = new Date(Date.now() + AHEAD_MS).toISOString().slice(0, 16);
  const body = { wallTime, zone: 'UTC' };
  await api.ask('publisher', 'POST', `/articles/${docs[0].id}/actions/schedule`, body);
}

async function take(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(SETTLE_MS);
  const picture = await page.screenshot();
  await sharp(picture)
    .png({ palette: true, colours: 128 })
    .toFile(path.join(PICTURES, `${name}.png`));
  console.log(`docs/pictures/${name}.png`);
}

import type { Browser, Page } from 'playwright-core';

import { openPage, type OpenPage } from './chromium';
import type { ServerProcess } from './serverProcess';

const EMAILS: Record<string, string> = {
  admin: 'admin@standfirst.local',
  publisher: 'publisher@standfirst.local',
  editor: 'editor@standfirst.local',
  'fact-checker': 'checker@standfirst.local',
  writer: 'writer@standfirst.local',
};

/** Of the people whom the first run makes. */
export function emailOf(as: string): string {
  return String(EMAILS[as]);
}

/** A signed-in page of the admin panel, in a browser context of its own. */
export async function openAdmin({
  browser,
  server,
  as,
  ...options
}: {
  browser: Browser;
  server: ServerProcess;
  as: string;
} & Omit<Parameters<typeof openPage>[0], 'browser'>): Promise<OpenPage> {
  const opened = await openPage({ browser, ...options });
  const { page } = opened;
  await page.goto(`${server.url}/admin/login`);
  await page.fill('input[name=email]', emailOf(as));
  await page.fill('input[name=password]', String(server.passwords[as]));
  await page.click('button[type=submit]');
  await page.waitForURL((url) => !url.pathname.includes('login'));
  return opened;
}

/** Opens the story page of an article from the list, by its headline, and waits for its text. */
async function openStory(page: Page, url: string, headline: string): Promise<void> {
  await page.goto(`${url}/admin/collections/articles`);
  await page.getByRole('link', { name: headline }).click();
  await page.locator('.workflow-bar').waitFor();
  await page.locator('.story__sections > *').first().waitFor();
}

/** Opens the form of an article, and waits until its bar says where it stands. */
export async function openArticle(page: Page, url: string, headline: string): Promise<void> {
  await openStory(page, url, headline);
  await page.getByRole('link', { name: 'Details', exact: true }).click();
  await page.locator('.tabs-field').waitFor();
  await page.locator('.workflow-bar').waitFor();
}

/** Waits until the panel has saved what was typed: the next autosave answered with 200. */
export async function saved(page: Page, change: () => Promise<unknown>): Promise<void> {
  const answer = page.waitForResponse(
    (response) => response.request().method() === 'PATCH' && response.url().includes('autosave'),
  );
  await change();
  const { status } = { status: (await answer).status() };
  if (status !== 200) throw new Error(`The save was answered with ${status}.`);
}

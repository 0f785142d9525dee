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

/** A page of somebody who is signed in, in a browser context of its own; no address is open yet. */
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
  // The answer's cookie is the context's from here on, as after the form.
  const answer = await opened.context.request.post(`${server.url}/api/users/login`, {
    data: { email: emailOf(as), password: server.passwords[as] },
  });
  if (!answer.ok()) throw new Error(`${as} could not sign in: ${answer.status()}`);
  return opened;
}

/** Signs in as people do: by the form, which leads to the desk. */
export async function signInByForm(page: Page, server: ServerProcess, as: string): Promise<void> {
  await page.goto(`${server.url}/admin`);
  await page.fill('input[name=email]', emailOf(as));
  await page.fill('input[name=password]', String(server.passwords[as]));
  await page.click('button[type=submit]');
  await page.waitForURL((url) => !url.pathname.includes('login'));
}

/** Opens the form of an article, and waits until its bar says where it stands. */
export async function openArticle(page: Page, url: string, headline: string): Promise<void> {
  const where = `where[headline][equals]=${encodeURIComponent(headline)}`;
  const answer = await page.context().request.get(`${url}/api/articles?draft=true&${where}`);
  const { docs } = (await answer.json()) as { docs: { id: string }[] };
  await page.goto(`${url}/admin/collections/articles/${docs[0]?.id}/details`);
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

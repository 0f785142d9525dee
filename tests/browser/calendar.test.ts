import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { seriousFindings } from '../support/seriousFindings';
import type { NewsroomApi } from '../support/newsroomApi';
import { newsroomInBrowser } from '../support/newsroomInBrowser';

/** All hours of a day are in view: Playwright's mouse does not scroll with what it drags. */
const WHOLE_DAY = { width: 1280, height: 1500 };

const newsroom = newsroomInBrowser();
const api: NewsroomApi['ask'] = (...request) => newsroom.api.ask(...request);

/** Where it is about noon now, so that the day has hours behind it and before it whenever this runs. */
const zone = noonZone(new Date().getUTCHours());

function noonZone(utcHour: number): string {
  const ahead = 12 - utcHour;
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
}

beforeAll(async () => {
  await api('admin', 'POST', '/globals/settings', { timeZone: zone });
});

/** A fictional article, approved. */
async function approved(headline: string): Promise<string> {
  const section = await api('writer', 'POST', '/sections?draft=true', {
    body: lexicalFromParagraphs(['The ferry runs again from Monday.']),
  });
  const { doc } = await api('writer', 'POST', '/articles?draft=true', {
    headline,
    standfirst: 'After a winter of repairs.',
    kind: 'news',
    sections: [section.doc.id],
  });
  await api('writer', 'POST', `/articles/${doc.id}/actions/submit`);
  const { contentHash } = await api('editor', 'GET', `/articles/${doc.id}/actions`);
  await api('editor', 'POST', `/articles/${doc.id}/actions/approve`, { contentHash });
  return doc.id;
}

const schedule = (id: string, time: { wallTime: string; zone: string }) =>
  api('publisher', 'POST', `/articles/${id}/actions/schedule`, time);

async function orderOf(id: string) {
  const { docs } = await api('editor', 'GET', `/publications?where[article][equals]=${id}`);
  return docs[0];
}

/** A signed-in page at the calendar, with the server's refusals not taken for faults of the page. */
async function calendar(as: string, query: string, viewport = WHOLE_DAY) {
  const { page } = await newsroom.admin(as, {
    expectedErrors: [/status of 4\d\d/],
    viewport,
  });
  await page.goto(`${newsroom.url}/admin/calendar?${query}`);
  await page.locator('.calendar__grid').waitFor();
  return page;
}

const place = (page: Page, at: string) => page.locator(`[data-place="${at}"]`);
const said = (page: Page) => page.locator('.calendar__status').getByRole('status');

describe('the calendar', () => {
  it('takes an approved article into a free hour, and lets it be dragged, but not into the past', async () => {
    const id = await approved('Ferry to Port Hallow runs again');
    const page = await calendar('publisher', `view=day&day=${today()}`);
    await place(page, `${today()}T20`)
      .getByRole('button', { name: /^Nothing yet\. Schedule/ })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Article').selectOption({ label: 'Ferry to Port Hallow runs again' });
    expect(await dialog.getByLabel('Time', { exact: true }).inputValue()).toBe(`${today()}T20:00`);
    expect(await seriousFindings(page, 'dialog.calendar-dialog')).toEqual([]);
    await dialog.getByRole('button', { name: 'Schedule', exact: true }).click();

    const chip = (hour: string) =>
      place(page, `${today()}T${hour}`).getByRole('button', { name: /Ferry to Port Hallow/ });
    await chip('20').waitFor();
    expect(await orderOf(id)).toMatchObject({ wallTime: `${today()}T20:00`, zone });

    await chip('20').dragTo(place(page, `${today()}T16`));
    await chip('16').waitFor();
    await expect.poll(() => said(page).textContent()).toMatch(/is moved to .*16:00/);
    expect(await orderOf(id)).toMatchObject({ wallTime: `${today()}T16:00` });

    await chip('16').dragTo(place(page, `${today()}T03`));
    await expect.poll(() => said(page).textContent()).toMatch(/stays: This time is past/);
    await chip('16').waitFor();
    expect(await orderOf(id)).toMatchObject({ wallTime: `${today()}T16:00` });
    expect(await seriousFindings(page, '.calendar')).toEqual([]);
  });

  it('does the same with the keyboard alone, says each step, and takes a move back', async () => {
    const id = await approved('Market hall gets a new roof');
    const page = await calendar('publisher', `view=day&day=${today()}`);
    const at = (hour: string) => `${today()}T${hour}`;
    const slot = place(page, at('18')).locator('.calendar__slot');
    await page.locator('.calendar__slot[tabindex="0"]').focus();
    while (!(await slot.evaluate((element) => element === document.activeElement))) {
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Article').selectOption({ label: 'Market hall gets a new roof' });
    await dialog.getByRole('button', { name: 'Schedule', exact: true }).press('Enter');

    const chip = (hour: string) =>
      place(page, at(hour)).getByRole('button', { name: /Market hall/ });
    await chip('18').focus();
    await page.keyboard.press('m');
    await expect.poll(() => said(page).textContent()).toContain('is taken up');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => said(page).textContent()).toContain('20:15');
    await page.keyboard.press('Enter');
    await chip('20').waitFor();
    await expect.poll(() => said(page).textContent()).toMatch(/is moved to .*20:15/);
    expect(await orderOf(id)).toMatchObject({ wallTime: at('20:15') });
    // The keyboard stays with what it moved.
    await expect
      .poll(() => chip('20').evaluate((element) => element === document.activeElement))
      .toBe(true);

    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await chip('18').waitFor();
    expect(await orderOf(id)).toMatchObject({ wallTime: at('18:00') });

    await chip('18').focus();
    await page.keyboard.press('m');
    for (let hour = 18; hour > 2; hour -= 1) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect.poll(() => said(page).textContent()).toMatch(/stays: This time is past/);
    await chip('18').waitFor();
  });

  it('asks which time is meant where clocks change', async () => {
    const id = await approved('Night of the long hour');
    const year = new Date().getUTCFullYear() + 1;
    await api('admin', 'POST', '/globals/settings', { timeZone: 'Europe/Amsterdam' });
    try {
      const autumn = lastSundayOf(year, 10);
      await schedule(id, { wallTime: `${autumn}T20:30`, zone: 'Europe/Amsterdam' });
      const page = await calendar('publisher', `view=day&day=${autumn}`);
      await page
        .getByRole('button', { name: /Night of the long hour/ })
        .dragTo(place(page, `${autumn}T02`));
      const dialog = page.getByRole('dialog');
      await dialog
        .getByText(/comes twice/)
        .first()
        .waitFor();
      await dialog.getByLabel('(+01:00)').check();
      await dialog.getByRole('button', { name: 'Move', exact: true }).click();
      await place(page, `${autumn}T02`)
        .getByRole('button', { name: /long hour/ })
        .waitFor();
      await expect.poll(() => said(page).textContent()).toMatch(/is moved to .*02:30/);
      expect(await orderOf(id)).toMatchObject({ at: `${autumn}T01:30:00.000Z` });
    } finally {
      await api('admin', 'POST', '/globals/settings', { timeZone: zone });
    }
  });

  it('shows what is blocked to everybody, and lets a publisher send it out', async () => {
    const id = await approved('Council votes on the old mill');
    await api('editor', 'POST', `/articles/${id}/actions/hold`, { reason: 'One more call.' });
    await scheduleSoon(id);
    await expect.poll(async () => (await orderOf(id)).state, { timeout: 30_000 }).toBe('blocked');
    await api('editor', 'POST', `/articles/${id}/actions/release`, { reason: 'Called.' });

    const writer = await calendar('writer', 'view=month');
    const panel = writer.getByRole('region', { name: 'Did not go out' });
    await panel.getByText('Council votes on the old mill').first().waitFor();
    expect(await writer.locator('.calendar__slot').count()).toBe(0);
    await panel.getByRole('button', { name: /Look at it/ }).click();
    expect(await writer.getByRole('button', { name: 'Publish now' }).count()).toBe(0);

    const page = await calendar('publisher', 'view=week');
    await page.locator('.calendar-item--blocked').first().waitFor();
    expect(await seriousFindings(page, '.calendar')).toEqual([]);
    await page.getByRole('button', { name: /Publish now or move Council votes/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByText(/on hold/)
      .first()
      .waitFor();
    await dialog.getByRole('button', { name: 'Publish now' }).click();
    await expect.poll(() => said(page).textContent()).toContain('Published');
    await page.locator('.calendar__blocked').waitFor({ state: 'detached' });
    await page.locator('.calendar-item--published', { hasText: 'Council votes' }).waitFor();
    const live = await fetch(`${newsroom.url}/v1/articles/council-votes-on-the-old-mill`);
    expect(live.status).toBe(200);
  });

  it('stands on a phone as a list, and on the desk with what goes out in the next 24 hours', async () => {
    const id = await approved('Night train starts in spring');
    await schedule(id, { wallTime: `${today()}T21:00`, zone });
    const page = await calendar('publisher', 'view=week', { width: 390, height: 844 });
    await page
      .locator('.calendar__agenda')
      .getByRole('button', { name: /Night train/ })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    expect(await seriousFindings(page, '.calendar')).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);

    await page.goto(`${newsroom.url}/admin`);
    await page
      .getByRole('link', { name: /Night train starts in spring/ })
      .first()
      .waitFor();
  });
});

/** A busy machine may need the three seconds to hear of them: then the time is past, and refused. */
async function scheduleSoon(id: string): Promise<void> {
  for (;;) {
    const wallTime = new Date(Date.now() + 3_000).toISOString().slice(0, 19);
    try {
      return await schedule(id, { wallTime, zone: 'UTC' });
    } catch (error) {
      if (!String(error).includes('This time is past:')) throw error;
    }
  }
}

function lastSundayOf(year: number, month: number): string {
  const last = new Date(Date.UTC(year, month, 0));
  last.setUTCDate(last.getUTCDate() - last.getUTCDay());
  return last.toISOString().slice(0, 10);
}

import { mkdir, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { Page, BrowserContext } from 'playwright-core';
import { emailOf } from './tests/support/adminPage';
import { launchChromium } from './tests/support/launchChromium';
import { newsroomApi } from './tests/support/newsroomApi';
import { startServer } from './tests/support/serverProcess';

const ONLY = process.argv[2] ? new RegExp(process.argv[2]) : /./;
const OUT = '/tmp/looks';
await mkdir(OUT, { recursive: true });
const server = await startServer();
const browser = await launchChromium();
const api = newsroomApi(server);
const HEADLINE = /NATO Chief Says Russia/;
const titles = ['Ferry to Port Hallow runs again after a winter of repairs', 'Council votes on the market hall', 'Night train starts in spring', 'Harbour master retires at 71', 'School of the Old Lighthouse wins a prize for its garden and its four hundred pupils', 'River rises by a metre', 'A short one', 'Orchard Street closed until Friday'];
const ids: string[] = [];
for (const t of titles) ids.push((await api.writeArticle(t, ['The ferry leaves at nine..', 'It returns at noon.'])).id);
const act = (as: string, id: string, a: string, b: object = {}) => api.ask(as, 'POST', `/articles/${id}/actions/${a}`, b);
const approve = async (id: string) => { await act('writer', id, 'submit'); const { contentHash } = await api.ask('editor', 'GET', `/articles/${id}/actions`); await act('editor', id, 'approve', { contentHash }); };
const at = (h: number) => new Date(Date.now() + h * 3600e3).toISOString().slice(0, 16);
try {
  await act('writer', ids[0]!, 'submit'); await act('writer', ids[1]!, 'submit');
  await act('editor', ids[1]!, 'request-changes', { note: 'Who opened it, and when?' }).catch((e) => console.log(String(e)));
  await approve(ids[2]!); await approve(ids[3]!); await approve(ids[4]!);
  await act('publisher', ids[3]!, 'schedule', { wallTime: at(2), zone: 'UTC' });
  await act('publisher', ids[4]!, 'schedule', { wallTime: at(26), zone: 'UTC' });
  await api.publish(ids[5]!);
} catch (e) { console.log('setup', String(e)); }
const list = await api.ask('editor', 'GET', '/articles?draft=true&limit=50');
const nato = list.docs.find((d: any) => /NATO/.test(d.headline)).id;
const people = await api.ask('editor', 'GET', '/people?limit=5');
const quotes = await api.ask('editor', 'GET', '/quotes?limit=5&draft=true');

const states: Record<string, any> = {};
async function signIn(as: string) {
  if (states[as]) return states[as];
  const c = await browser.newContext(); const page = await c.newPage();
  await page.goto(`${server.url}/admin/login`);
  await page.fill('input[name=email]', emailOf(as)); await page.fill('input[name=password]', String(server.passwords[as]));
  await page.click('button[type=submit]'); await page.waitForURL((u) => !u.pathname.includes('login'));
  states[as] = await c.storageState(); await c.close(); return states[as];
}
type Screen = [string, string | null, string, ((p: Page) => Promise<unknown>)?];
const dialogOf = (name: string) => async (p: Page) => { await p.locator('.workflow-bar').waitFor(); const more = p.getByText('More actions', { exact: true }); if (await more.count()) await more.first().click(); await p.getByRole('button', { name, exact: true }).first().click(); await p.getByRole('dialog').waitFor(); };
const art = (id: string, sub = '') => `/admin/collections/articles/${id}${sub}`;
const screens: Screen[] = [
  ['signin', null, '/admin/login'],
  ['desk', 'editor', '/admin'],
  ['articles', 'editor', '/admin/collections/articles'],
  ['story', 'writer', art(nato), async (p) => p.locator('.story__sections > *').first().waitFor()],
  ['details', 'writer', art(nato, '/details'), async (p) => p.locator('.tabs-field').waitFor()],
  ['quotations', 'editor', art(nato, '/quotations')],
  ['history', 'editor', art(ids[5]!, '/history')],
  ['board', 'editor', '/admin/board', async (p) => p.locator('.board-card').first().waitFor()],
  ['month', 'publisher', '/admin/calendar?view=month'],
  ['week', 'publisher', '/admin/calendar?view=week'],
  ['day', 'publisher', '/admin/calendar?view=day'],
  ['importempty', 'writer', '/admin/import'],
  ['import', 'writer', '/admin/import', async (p) => { await p.locator('input[type=file]').setInputFiles(['tests/fixtures/formats/harbour.md', 'package.json']); await p.locator('.import__story').waitFor(); }],
  ['verification', 'editor', '/admin/collections/quotes/desk'],
  ['voices', 'editor', '/admin/collections/quotes/voices'],
  ['quotelist', 'editor', '/admin/collections/quotes'],
  ['quote', 'editor', `/admin/collections/quotes/${quotes.docs[0]?.id}`],
  ['search', 'editor', '/admin', async (p) => { await p.keyboard.press('Control+k'); await p.getByRole('combobox', { name: 'Quick search' }).fill('ferry'); await p.getByRole('option').first().waitFor(); }],
  ['keys', 'editor', '/admin', async (p) => { await p.locator('h1').first().waitFor(); await p.waitForTimeout(500); await p.keyboard.press('?'); await p.getByRole('dialog').waitFor(); }],
  ['account', 'editor', '/admin/account'],
  ['settings', 'admin', '/admin/globals/settings'],
  ['webhooks', 'admin', '/admin/collections/webhooks'],
  ['webhook', 'admin', '/admin/collections/webhooks/create'],
  ['people', 'editor', '/admin/collections/people'],
  ['person', 'editor', `/admin/collections/people/${people.docs[0]?.id}`],
  ['approve', 'editor', art(ids[0]!), dialogOf('Approve')],
  ['requestchanges', 'editor', art(ids[0]!), dialogOf('Request changes')],
  ['schedule', 'publisher', art(ids[2]!), dialogOf('Schedule')],
  ['publish', 'publisher', art(ids[2]!), dialogOf('Publish')],
  ['scheduleddialog', 'publisher', '/admin/calendar?view=week', async (p) => { await p.getByRole('button', { name: /Harbour master/ }).first().click(); await p.getByRole('dialog').waitFor(); }],
  ['newarticle', 'writer', '/admin/collections/articles/create'],
  ['audit', 'admin', '/admin/collections/audit-entries'],
  ['users', 'admin', '/admin/collections/users'],
  ['nav', 'editor', '/admin', async (p) => { const b = p.locator('.nav-toggler, .app-header__mobile-nav-toggler').first(); if ((p.viewportSize()?.width ?? 0) < 500) await p.locator('.app-header__mobile-nav-toggler').click(); else void b; }],
  ['readerhome', null, '/'],
  ['readerarticle', null, `/articles/${list.docs.find((d: any) => d.id === nato).slug}`],
];
const looks = [['light', 1440], ['dark', 1440], ['light', 390], ['dark', 390]] as const;
for (const [name, as, url, then] of screens.filter(([n]) => ONLY.test(n))) {
  const pics: Buffer[] = [];
  for (const [scheme, width] of looks) {
    const c: BrowserContext = await browser.newContext({ viewport: { width, height: width === 390 ? 844 : 900 }, colorScheme: scheme, locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce', ...(as ? { storageState: await signIn(as) } : {}) });
    const p = await c.newPage(); p.setDefaultTimeout(15000);
    try { await p.goto(server.url + url, { waitUntil: 'load' }); await p.waitForLoadState('networkidle', { timeout: 4000 }).catch(() => null); await then?.(p); await p.waitForTimeout(900);
      const wide = await p.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (wide > 0) console.log(await p.evaluate(() => [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 6).map((e) => e.className + ' ' + Math.round(e.getBoundingClientRect().right)).join(' | ')));
      if (wide > 0) console.log(name, scheme, width, 'scrolls sideways by', wide);
    } catch (e) { console.log(name, scheme, width, String(e).slice(0, 300)); }
    pics.push(await p.screenshot({ fullPage: process.argv[3] === 'full' })); await c.close();
  }
  const [a, b, d, e] = pics;
  const big = await Promise.all([a, b].map((x) => sharp(x).resize({ width: 1000, height: 1400, fit: 'inside' }).toBuffer()));
  const small = await Promise.all([d, e].map((x) => sharp(x).resize({ width: 390, height: 1600, fit: 'inside' }).toBuffer()));
  const m = await Promise.all([...big, ...small].map((x) => sharp(x).metadata()));
  const H = Math.max(m[0]!.height! + m[1]!.height!, m[2]!.height!, m[3]!.height!);
  await sharp({ create: { width: 1800, height: H, channels: 3, background: '#888' } }).composite([
    { input: big[0]!, left: 0, top: 0 }, { input: big[1]!, left: 0, top: m[0]!.height! }, { input: small[0]!, left: 1010, top: 0 }, { input: small[1]!, left: 1405, top: 0 }]).png().toFile(`${OUT}/${name}.png`);
  console.log(name);
}
await browser.close(); await server.stop();

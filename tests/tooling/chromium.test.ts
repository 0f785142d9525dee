import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage } from '../support/chromium';
import { launchChromium } from '../support/launchChromium';

const PAGES: Record<string, string> = {
  '/': '<h1>The harbour reopens</h1><p>„Endlich“, says the ferryman — «enfin».</p>',
  '/console': "<script>console.error('the ink ran out')</script>",
  '/uncaught': "<script>throw new Error('the press jammed')</script>",
  '/outside': '<img src="http://pictures.example/cat.jpg">',
  '/socket': "<script>new WebSocket('ws://wire.example/feed')</script>",
  '/missing-image': '<img src="/gone.jpg">',
};

const MINUTE = 60_000;

let server: Server;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const body = PAGES[request.url ?? ''];
    response.writeHead(body ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      body ? `<!doctype html><link rel="icon" href="data:,"><title>Test</title>${body}` : '',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchChromium();
}, 3 * MINUTE);

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
}, MINUTE);

describe('openPage', { timeout: MINUTE }, () => {
  test('shows a page of this machine, drawn with a real font', async () => {
    const { page, close } = await openPage({ browser, viewport: { width: 640, height: 360 } });
    await page.goto(origin);
    const heading = page.getByRole('heading', { name: 'The harbour reopens' });
    expect(await heading.isVisible()).toBe(true);
    expect(page.viewportSize()).toEqual({ width: 640, height: 360 });
    // Without fonts every letter is one and the same box, so "iii" would be as wide as "mmm".
    const widths = await page.evaluate(() => {
      const pen = document.createElement('canvas').getContext('2d');
      return [pen?.measureText('iii').width, pen?.measureText('mmm').width];
    });
    expect(widths[1]).toBeGreaterThan(widths[0] ?? Infinity);
    await close();
  });

  test.each(['light', 'dark'] as const)('asks for the %s colour scheme', async (colourScheme) => {
    const { page } = await openPage({ browser, colourScheme });
    await page.goto(origin);
    const matches = await page.evaluate(
      (scheme) => matchMedia(`(prefers-color-scheme: ${scheme})`).matches,
      colourScheme,
    );
    expect(matches).toBe(true);
  });

  test.each([
    ['/console', 'the ink ran out'],
    ['/uncaught', 'the press jammed'],
    ['/outside', 'request to GET http://pictures.example/cat.jpg'],
    ['/socket', 'request to SOCKET ws://wire.example/feed'],
    ['/missing-image', '404'],
  ])('tells what was wrong with %s when it closes', async (path, problem) => {
    const { page, close } = await openPage({ browser });
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    await expect(close()).rejects.toThrow(problem);
    await expect(close()).resolves.toBeUndefined();
  });

  test.fails('fails a test that opened a page with errors and forgot about it', async () => {
    const { page } = await openPage({ browser });
    await page.goto(`${origin}/console`, { waitUntil: 'networkidle' });
  });

  test('lets an expected error pass and keeps the others', async () => {
    const { page, errors, close } = await openPage({ browser, expectedErrors: [/404/] });
    await page.goto(`${origin}/missing-image`, { waitUntil: 'networkidle' });
    expect(errors).toEqual([]);
    await page.goto(`${origin}/console`, { waitUntil: 'networkidle' });
    expect(errors).toHaveLength(1);
    await expect(close()).rejects.toThrow('the ink ran out');
  });

  test('gives each page its own cookies', async () => {
    const first = await openPage({ browser });
    await first.page.goto(origin);
    await first.context.addCookies([{ name: 'desk', value: 'foreign', url: origin }]);
    const second = await openPage({ browser });
    await second.page.goto(origin);
    expect(await second.context.cookies()).toEqual([]);
    expect(await first.context.cookies()).toHaveLength(1);
  });
});

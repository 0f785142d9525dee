import type { Browser, BrowserContext, Page } from 'playwright-core';
import { TestRunner, onTestFinished } from 'vitest';

const LOCAL_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);

export interface OpenPage {
  page: Page;
  context: BrowserContext;
  /** Requests to other hosts than this machine, as "METHOD URL". They never leave it. */
  outsideRequests: string[];
  /** What a user's browser console would show in red, and errors that no code caught. */
  errors: string[];
  /**
   * Closes the page's context; safe to call twice.
   *
   * @throws Error listing outsideRequests and errors, if there were any.
   */
  close: () => Promise<void>;
}

/**
 * Opens an empty page in a context of its own (own cookies). Opened inside a test, it closes when
 * the test ends and fails it on any console error, uncaught error or request to an outside host;
 * opened in beforeAll, call `close` in afterAll to the same effect.
 *
 * @param expectedErrors errors that this test means to cause, such as a refused request's 403.
 */
export async function openPage({
  browser,
  viewport = { width: 1280, height: 800 },
  colourScheme = 'light',
  expectedErrors = [],
}: {
  browser: Browser;
  viewport?: { width: number; height: number };
  colourScheme?: 'light' | 'dark';
  expectedErrors?: RegExp[];
}): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport,
    colorScheme: colourScheme,
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  const outsideRequests: string[] = [];
  const errors: string[] = [];
  const addError = (error: string) => {
    if (!expectedErrors.some((expected) => expected.test(error))) errors.push(error);
  };

  const noteRequest = (method: string, url: string) => {
    const { protocol, hostname } = new URL(url);
    const isOutside = /^(https?|wss?):$/.test(protocol) && !LOCAL_HOSTS.has(hostname);
    if (isOutside) outsideRequests.push(`${method} ${url}`);
  };
  context.on('request', (request) => noteRequest(request.method(), request.url()));
  context.on('page', (page) =>
    page.on('websocket', (socket) => noteRequest('SOCKET', socket.url())),
  );
  context.on('console', (message) => {
    if (message.type() === 'error') addError(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (webError) => addError(String(webError.error())));
  context.on('page', waitForItsScripts);

  let isOpen = true;
  const close = async () => {
    if (!isOpen) return;
    isOpen = false;
    await context.close();
    const problems = [...errors, ...outsideRequests.map((request) => `request to ${request}`)];
    if (problems.length > 0) {
      throw new Error(`The page was not clean:\n${problems.map((line) => `  ${line}`).join('\n')}`);
    }
  };
  if (TestRunner.getCurrentTest()) onTestFinished(close);

  return { page: await context.newPage(), context, outsideRequests, errors, close };
}

/**
 * Makes `goto` and `reload` of a page of the panel answer when its scripts have taken over what the
 * server drew: a button that is pressed before does nothing, and a field forgets what is typed. With
 * processors to spare nobody is that quick.
 */
function waitForItsScripts(page: Page): void {
  const goto = page.goto.bind(page);
  const reload = page.reload.bind(page);
  page.goto = async (...going) => {
    const response = await goto(...going);
    await isTakenOver(page);
    return response;
  };
  page.reload = async (...loading) => {
    const response = await reload(...loading);
    await isTakenOver(page);
    return response;
  };
}

async function isTakenOver(page: Page): Promise<void> {
  if (!new URL(page.url()).pathname.startsWith('/admin')) return;
  await page.waitForFunction(() => {
    const controls = [...document.querySelectorAll('button, input, textarea, select, summary')];
    // What React has taken over it has put a mark on; what an editor holds is not React's. A function
    // with a name of its own would not run in the page when tsx has compiled it (bin/screenshots.ts).
    return (
      controls.length > 0 &&
      controls.every(
        (element) =>
          Object.keys(element).some((key) => key.startsWith('__reactProps$')) ||
          element.closest('[contenteditable]') !== null,
      )
    );
  });
}

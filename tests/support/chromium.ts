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

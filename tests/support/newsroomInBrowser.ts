import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

import { openAdmin, signInByForm } from './adminPage';
import { openPage, type OpenPage } from './chromium';
import { launchChromium } from './launchChromium';
import { newsroomApi, type NewsroomApi } from './newsroomApi';
import { startServer, type ServerProcess } from './serverProcess';

type PageOptions = Omit<Parameters<typeof openPage>[0], 'browser'>;

export interface NewsroomInBrowser {
  /** Of the newsroom, without a slash at the end. */
  readonly url: string;
  readonly api: NewsroomApi;
  /** A page signed in as one of the first run's people, with no address open yet. */
  admin: (as: string, options?: PageOptions) => Promise<OpenPage>;
  /** The same at the desk, where signing in leads. */
  desk: (as: string, options?: PageOptions) => Promise<OpenPage>;
  signInByForm: (page: Page, as: string) => Promise<void>;
  /** A page of anybody's. */
  page: (options?: PageOptions) => Promise<OpenPage>;
}

/** A freshly seeded newsroom and a browser, up while the tests of the file run that calls this. */
export function newsroomInBrowser(): NewsroomInBrowser {
  let server: ServerProcess;
  let browser: Browser;
  let api: NewsroomApi;
  beforeAll(async () => {
    server = await startServer();
    browser = await launchChromium();
    api = newsroomApi(server);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });
  return {
    get url() {
      return server.url;
    },
    get api() {
      return api;
    },
    admin: (as, options = {}) => openAdmin({ browser, server, as, ...options }),
    desk: async (as, options = {}) => {
      const opened = await openAdmin({ browser, server, as, ...options });
      await opened.page.goto(`${server.url}/admin`);
      return opened;
    },
    signInByForm: (page, as) => signInByForm(page, server, as),
    page: (options = {}) => openPage({ browser, ...options }),
  };
}

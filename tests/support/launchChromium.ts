import { chromium, type Browser } from 'playwright-core';

import { chromiumExecutable } from './chromiumExecutable';

/** Starts a headless Chromium that can reach this machine only. Close it when done. */
export async function launchChromium(): Promise<Browser> {
  const { path, env } = await chromiumExecutable();
  return chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env },
    args: [
      // Playwright itself says --no-sandbox (root has none) and stops most background traffic;
      // these stop the rest.
      '--disable-domain-reliability',
      '--no-pings',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      // /dev/shm is tiny in containers.
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
    ],
  });
}

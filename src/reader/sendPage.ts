import type { Response } from 'express';

import { writePage, type Page, type ReaderSite } from './pages/layout';

/** As the API says of the same content: soon asked for again, and shown meanwhile. */
export const CACHE_CONTROL = 'public, max-age=5, stale-while-revalidate=60, stale-if-error=86400';

/** Writes a page with the policy that lets it do no more than it was written to do. */
export function sendPage({
  res,
  site,
  page,
}: {
  res: Response;
  site: ReaderSite;
  page: Page;
}): void {
  const { body, policy } = writePage(page, site);
  res.status(page.status).set({
    'content-security-policy': policy,
    'cache-control': page.isPrivate ? 'no-store' : CACHE_CONTROL,
    'referrer-policy': page.isPrivate ? 'no-referrer' : 'strict-origin-when-cross-origin',
    ...(page.status === 503 ? { 'retry-after': '5' } : {}),
  });
  res.type('html').send(body);
}

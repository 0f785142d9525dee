import type { Response } from 'express';

import { writePage, type Page, type ReaderSite } from './pages/layout';

/** As the API says of the same content: soon asked for again, and shown meanwhile. */
export const CACHE_CONTROL = 'public, max-age=5, stale-while-revalidate=60, stale-if-error=86400';

/** Writes a page with the policy that lets it do no more than it was written to do. */
export function sendPage({
  res,
  site,
  page,
  keptLike,
}: {
  res: Response;
  site: ReaderSite;
  page: Page;
  /** How long what it was made of may be kept: a picture in it may have to be gone by then. */
  keptLike?: string | null;
}): void {
  const { body, policy } = writePage(page, site);
  res.status(page.status).set({
    'content-security-policy': policy,
    'cache-control': page.isPrivate ? 'no-store' : (keptLike ?? CACHE_CONTROL),
    'referrer-policy': page.isPrivate ? 'no-referrer' : 'strict-origin-when-cross-origin',
    ...(page.status === 503 ? { 'retry-after': '5' } : {}),
  });
  res.type('html').send(body);
}

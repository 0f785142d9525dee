import { createHmac, timingSafeEqual } from 'node:crypto';

/** Long enough for a day's work on an open page, short enough that a leaked link dies. */
const LIFETIME_MS = 12 * 60 * 60 * 1000;

/** A token that opens the preview of one article until it expires: `<expiry ms>.<HMAC-SHA-256>`. */
export function makePreviewToken({
  articleId,
  secret,
  now,
}: {
  articleId: string;
  secret: string;
  /** ms since the epoch. */
  now: number;
}): string {
  const expiresAt = now + LIFETIME_MS;
  return `${expiresAt}.${sign(articleId, expiresAt, secret)}`;
}

/** True for an unexpired token made for this article with this secret. */
export function isPreviewToken({
  token,
  articleId,
  secret,
  now,
}: {
  token: string;
  articleId: string;
  secret: string;
  now: number;
}): boolean {
  const [expiry = '', signature = ''] = token.split('.');
  const expiresAt = Number(expiry);
  if (!Number.isSafeInteger(expiresAt) || expiresAt < now) return false;
  const expected = Buffer.from(sign(articleId, expiresAt, secret));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function sign(articleId: string, expiresAt: number, secret: string): string {
  return createHmac('sha256', secret)
    .update(`preview:${articleId}:${expiresAt}`)
    .digest('base64url');
}

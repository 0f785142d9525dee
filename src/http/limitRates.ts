import { createHash } from 'node:crypto';

import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit, type Options } from 'express-rate-limit';

import { refuse } from './refuse';

const MINUTE_MS = 60_000;
const SIGN_IN_WINDOW_MS = 15 * MINUTE_MS;
/** Failed ones. Each account has a lock of its own as well, after five. */
const MAX_SIGN_INS = 100;

/** Pages of the admin fetch dozens of these, which cost nothing to serve. */
const isAsset = ({ path }: Request): boolean => path.startsWith('/_next/static/');

/**
 * Bounds how much one address, and one API key, may ask within a minute. Answers from memory come
 * before this and are not counted: they cost less than counting them. Sign-ins that fail are bounded
 * more tightly, and so are the requests for a new password, each of which sends an e-mail.
 */
export function limitRates({ perMinute }: { perMinute: number }): RequestHandler[] {
  if (perMinute === 0) return [];
  const shared = { windowMs: MINUTE_MS, limit: perMinute };
  return [
    limiter({ ...shared, identifier: 'address', skip: isAsset }),
    limiter({
      ...shared,
      identifier: 'key',
      skip: (req) => req.headers.authorization === undefined,
      keyGenerator: ({ headers }) =>
        createHash('sha256')
          .update(headers.authorization ?? '')
          .digest('base64url'),
    }),
    limiter({
      windowMs: SIGN_IN_WINDOW_MS,
      limit: MAX_SIGN_INS,
      identifier: 'sign-in',
      skip: ({ path }) => !/^\/api\/users\/(login|forgot-password|reset-password)\/?$/.test(path),
      skipSuccessfulRequests: true,
      requestWasSuccessful: ({ path }, { statusCode }) =>
        path.startsWith('/api/users/login') && statusCode < 400,
    }),
  ];
}

function limiter(options: Partial<Options>): RequestHandler {
  return rateLimit({
    keyGenerator: ({ ip }) => ipKeyGenerator(ip ?? 'unknown'),
    // What is left is nobody's business; when to come back is said with the refusal.
    standardHeaders: false,
    legacyHeaders: false,
    ...options,
    handler: (req: Request, res: Response, _next, { windowMs }) => {
      const { resetTime } = (req as Request & { rateLimit: { resetTime?: Date } }).rateLimit;
      const waitMs = resetTime ? resetTime.getTime() - Date.now() : windowMs;
      const seconds = Math.max(1, Math.ceil(waitMs / 1000));
      res.set('retry-after', String(seconds));
      refuse(req, res, {
        status: 429,
        code: 'TOO_MANY_REQUESTS',
        message: `Too many requests. Try again in ${seconds} seconds.`,
      });
    },
  });
}

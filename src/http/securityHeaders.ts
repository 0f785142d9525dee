import { randomBytes } from 'node:crypto';

import type { RequestHandler } from 'express';
import helmet from 'helmet';

import { areaOf } from './areaOf';

/**
 * The headers that tell browsers what to refuse. Pages and files that are for other sites (the
 * delivery API, images) may be fetched from them; the admin may be framed by itself alone, runs
 * scripts that this server marked, and talks to no other host.
 */
export function securityHeaders({
  isHttps,
  isDev,
}: {
  /** Whether readers and editors come over HTTPS, so that browsers may be told to stay there. */
  isHttps: boolean;
  /** Next's development server evaluates code and has a socket. */
  isDev: boolean;
}): RequestHandler {
  const common = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: isHttps && { maxAge: 31_536_000, includeSubDomains: false },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    xFrameOptions: { action: 'sameorigin' },
    // Retired by browsers, and a source of faults where it still works.
    xXssProtection: false,
  });
  return (req, res, next) => {
    if (areaOf(req.path) === 'admin') {
      const policy = adminPolicy({ nonce: randomBytes(16).toString('base64'), isDev });
      res.set('content-security-policy', policy);
      // Next takes the nonce for its own scripts from the request.
      req.headers['content-security-policy'] = policy;
    }
    common(req, res, next);
  };
}

function adminPolicy({ nonce, isDev }: { nonce: string; isDev: boolean }): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ''}`,
    // The editor and the panel's own components set styles by attribute.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    `connect-src 'self'${isDev ? ' ws: wss:' : ''}`,
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');
}

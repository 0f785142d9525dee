import { createHmac } from 'node:crypto';

/** The headers of Standard Webhooks 1: id, time (s) and HMAC-SHA-256 over both and the body. */
export function signWebhook({
  secret,
  id,
  at,
  body,
}: {
  /** `whsec_` and base64. */
  secret: string;
  id: string;
  at: Date;
  body: string;
}): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}

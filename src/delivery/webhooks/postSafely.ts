import { request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';

import { isPublicAddress } from '../../web/isPublicAddress';
import { judgedLookup, type IsAllowed } from '../../web/judgedLookup';

const TIMEOUT_MS = 10_000;

/**
 * Posts a body and tells the status of the answer, whose body is not read; redirects are not
 * followed, and no private network is ever asked.
 *
 * @throws ForbiddenAddressError when it leads into a network; the socket's error when it fails.
 */
export async function postSafely({
  url,
  headers,
  body,
  isAllowed = isPublicAddress,
}: {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  isAllowed?: IsAllowed;
}): Promise<number> {
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    lookup: judgedLookup(url, isAllowed),
    signal: AbortSignal.timeout(TIMEOUT_MS),
    agent: false,
  };
  return new Promise((resolve, reject) => {
    const posted = request(url, options, (res) => {
      resolve(res.statusCode ?? 0);
      res.destroy();
    });
    posted.on('error', reject);
    posted.end(body);
  });
}

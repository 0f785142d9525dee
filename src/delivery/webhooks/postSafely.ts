import { lookup } from 'node:dns';
import { request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';

import { isPublicAddress } from './isPublicAddress';

const TIMEOUT_MS = 10_000;

class ForbiddenAddressError extends Error {
  override name = 'ForbiddenAddressError';
}

/**
 * Posts a body and tells the status of the answer, whose body is not read; redirects are not
 * followed. The address that a name resolves to is judged where the socket connects to it, so that
 * a name which changes its mind in between leads nowhere.
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
  isAllowed?: (address: string) => boolean;
}): Promise<number> {
  const { protocol, hostname } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (protocol !== 'https:' && protocol !== 'http:') {
    throw new ForbiddenAddressError(`“${protocol}” is no protocol for webhooks.`);
  }
  // A literal address is never looked up, so it is judged here.
  if (isIP(host) && !isAllowed(host)) throw forbidden(host);
  const judgedLookup: LookupFunction = (name, options, callback) => {
    lookup(name, { ...options, all: true }, (error, addresses) => {
      const refused = addresses?.find(({ address }) => !isAllowed(address));
      const [first] = addresses ?? [];
      if (error) callback(error, '', 0);
      else if (refused || !first) callback(forbidden(name), '', 0);
      else if (options.all) callback(null, addresses, 0);
      else callback(null, first.address, first.family);
    });
  };
  const request = protocol === 'https:' ? requestHttps : requestHttp;
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    lookup: judgedLookup,
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

function forbidden(host: string): ForbiddenAddressError {
  return new ForbiddenAddressError(`“${host}” is not an address of the public internet.`);
}

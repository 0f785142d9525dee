import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';

import { isPublicAddress } from './isPublicAddress';
import { judgedLookup, type IsAllowed } from './judgedLookup';

const TIMEOUT_MS = 20_000;
/** From http to https, and to where a picture was moved; more go round in circles. */
const MOST_REDIRECTS = 4;

export interface Got {
  status: number;
  headers: IncomingMessage['headers'];
  /** Empty for any status but 200. */
  bytes: Uint8Array;
}

/**
 * Gets what stands at an address of the web: no private network is ever asked, whatever redirects or
 * names say, and what is longer than `most` bytes is given up.
 *
 * @throws what the sockets throw, ForbiddenAddressError, and an error for what is too long.
 */
export async function getSafely({
  url,
  most,
  headers = {},
  isAllowed = isPublicAddress,
}: {
  url: string;
  most: number;
  headers?: Readonly<Record<string, string>>;
  isAllowed?: IsAllowed;
}): Promise<Got> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let address = url;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const answer = await ask({ url: address, headers, isAllowed, signal });
    const { statusCode: status = 0, headers: said } = answer;
    if (status >= 300 && status < 400 && said.location) {
      answer.destroy();
      address = new URL(said.location, address).href;
      continue;
    }
    if (status !== 200) {
      answer.destroy();
      return { status, headers: said, bytes: new Uint8Array() };
    }
    return { status, headers: said, bytes: await bytesOf(answer, most) };
  }
  throw new Error(`“${url}” leads on and on.`);
}

function ask({
  url,
  headers,
  isAllowed,
  signal,
}: {
  url: string;
  headers: Readonly<Record<string, string>>;
  isAllowed: IsAllowed;
  signal: AbortSignal;
}): Promise<IncomingMessage> {
  const lookup = judgedLookup(url, isAllowed);
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      { headers: { 'user-agent': 'Standfirst', ...headers }, lookup, signal, agent: false },
      resolve,
    );
    asked.on('error', reject);
    asked.end();
  });
}

async function bytesOf(answer: IncomingMessage, most: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > most) {
      answer.destroy();
      throw new Error(`It is longer than ${most} bytes.`);
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

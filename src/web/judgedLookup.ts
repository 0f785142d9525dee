import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';

export type IsAllowed = (address: string) => boolean;

class ForbiddenAddressError extends Error {
  override name = 'ForbiddenAddressError';
}

/**
 * Looks names up for a socket and judges what they resolve to where the socket connects to it, so that
 * a name which changes its mind in between leads nowhere.
 *
 * @throws ForbiddenAddressError for another protocol than http and https, and for a literal address
 * that leads into a network: one that is never looked up.
 */
export function judgedLookup(url: string, isAllowed: IsAllowed): LookupFunction {
  const { protocol, hostname } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (protocol !== 'https:' && protocol !== 'http:') {
    throw new ForbiddenAddressError(`“${protocol}” is no protocol of the web.`);
  }
  if (isIP(host) && !isAllowed(host)) throw forbidden(host);
  return (name, options, callback) => {
    lookup(name, { ...options, all: true }, (error, addresses) => {
      const refused = addresses?.find(({ address }) => !isAllowed(address));
      const [first] = addresses ?? [];
      if (error) callback(error, '', 0);
      else if (refused || !first) callback(forbidden(name), '', 0);
      else if (options.all) callback(null, addresses, 0);
      else callback(null, first.address, first.family);
    });
  };
}

function forbidden(host: string): ForbiddenAddressError {
  return new ForbiddenAddressError(`“${host}” is not an address of the public internet.`);
}

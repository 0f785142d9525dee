/** https://www.mongodb.com/docs/manual/reference/connection-string/ (several hosts: no URL parser). */
const URI =
  /^(?<scheme>mongodb(?:\+srv)?):\/\/(?<authority>[^/?]+)(?:\/(?<path>[^?]*))?(?:\?(?<query>.*))?$/;

type UriParts = { scheme: string; authority: string; path: string; options: string[] };

/** Adds the database name and the replica set where the URI names none. */
export function nameReplicaSet(uri: string, replicaSet: string): string {
  const parts = splitUri(uri);
  if (!parts) return uri;
  const has = (name: string) =>
    parts.options.some((option) => option.toLowerCase().startsWith(`${name.toLowerCase()}=`));
  const options = [...parts.options];
  if (!has('replicaSet')) options.push(`replicaSet=${encodeURIComponent(replicaSet)}`);
  // Users are looked up in the database of the path: naming one must not move them.
  const movesUsers = !parts.path && parts.authority.includes('@');
  if (movesUsers && !has('authSource') && !has('authMechanism')) options.push('authSource=admin');
  return joinUri({ ...parts, path: parts.path || 'standfirst', options });
}

/** The first host alone, asked as itself; null for DNS seed lists, whose hosts are not in the URI. */
export function toDirectUri(uri: string): string | null {
  const parts = splitUri(uri);
  if (!parts || parts.scheme !== 'mongodb') return null;
  return joinUri({
    ...parts,
    authority: parts.authority.split(',')[0] ?? parts.authority,
    options: [
      ...parts.options.filter((option) => !/^(replicaSet|directConnection)=/i.test(option)),
      'directConnection=true',
    ],
  });
}

/** For messages and logs: without user name and password. */
export function redactUri(uri: string): string {
  return uri.replace(/\/\/[^/?]*@/, '//***@');
}

function splitUri(uri: string): UriParts | null {
  const groups = URI.exec(uri)?.groups;
  if (!groups?.scheme || !groups.authority) return null;
  return {
    scheme: groups.scheme,
    authority: groups.authority,
    path: groups.path ?? '',
    options: (groups.query ?? '').split('&').filter(Boolean),
  };
}

function joinUri({ scheme, authority, path, options }: UriParts): string {
  return `${scheme}://${authority}/${path}${options.length > 0 ? `?${options.join('&')}` : ''}`;
}

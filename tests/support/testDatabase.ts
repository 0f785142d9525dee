import { randomUUID } from 'node:crypto';

/**
 * Names a database that nobody else uses.
 *
 * @param mongoUri a MongoDB URI with one or more hosts, with or without a database name.
 * @returns the same URI with a fresh database name; user, hosts and options are kept.
 */
export function testDatabaseUri(mongoUri: string): string {
  // Not the URL class: it knows no list of hosts.
  const [, server, options = ''] =
    /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(mongoUri) ?? [];
  if (server === undefined) throw new Error(`Not a MongoDB URI: ${mongoUri}`);
  return `${server}/test_${randomUUID().slice(0, 13)}${options}`;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createByteCache } from '../../src/delivery/cache/byteCache';
import { chooseEncoding } from '../../src/delivery/cache/chooseEncoding';
import { jsonAnswer } from '../../src/delivery/cache/jsonAnswer';

function openCache(maxBytes = 1_000_000, isFollowing = () => true) {
  return createByteCache({
    maxBytes,
    current: () => ({ sequence: 1, isFollowing: isFollowing() }),
  });
}

const answerOf = (body: string, tag = 'lists') => jsonAnswer(body, { tags: [tag] });

function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('the byte cache', () => {
  it('builds an answer once, however many ask for it meanwhile', async () => {
    const cache = openCache();
    let builds = 0;
    const build = async () => {
      builds += 1;
      return answerOf('once');
    };
    const entries = await Promise.all(
      Array.from({ length: 50 }, () => cache.get({ key: 'a', url: '/a', build })),
    );
    expect(builds).toBe(1);
    expect(new Set(entries).size).toBe(1);
    expect(cache.atUrl('/a')).toBe(entries[0]);
  });

  it('does not keep what was read before a change, and reads it anew', async () => {
    const cache = openCache();
    const { opened, open } = gate();
    let stored = 'old';
    const early = cache.get({
      key: 'a',
      url: '/a',
      build: async () => {
        const read = stored;
        await opened;
        return answerOf(read);
      },
    });
    stored = 'new';
    cache.drop(['lists']);
    open();
    expect((await early).identity.body.toString()).toBe('"new"');
  });

  it('lets nobody who comes after a change join a build from before it', async () => {
    const cache = openCache();
    const { opened, open } = gate();
    const early = cache.get({
      key: 'a',
      url: '/a',
      build: async () => {
        await opened;
        return answerOf('early');
      },
    });
    cache.drop(['lists']);
    const late = await cache.get({ key: 'a', url: '/a', build: async () => answerOf('late') });
    expect(late.identity.body.toString()).toBe('"late"');
    open();
    await early;
  });

  it('drops what depends on a change and nothing else', async () => {
    const cache = openCache();
    for (const tag of ['x', 'y']) {
      await cache.get({ key: tag, url: `/${tag}`, build: async () => answerOf(tag, tag) });
    }
    cache.drop(['x']);
    expect(cache.atUrl('/x')).toBeUndefined();
    expect(cache.atUrl('/y')).toBeDefined();
  });

  it('keeps nothing new while changes are not heard of', async () => {
    const cache = openCache(1_000_000, () => false);
    await cache.get({ key: 'a', url: '/a', build: async () => answerOf('a') });
    expect(cache.size).toBe(0);
  });

  it('gives the expired answer when it cannot make a new one', async () => {
    const cache = openCache();
    const build = async () => jsonAnswer('old', { tags: ['x'], lifetimeMs: -1 });
    await cache.get({ key: 'a', url: '/a', build });
    expect(cache.atUrl('/a')).toBeUndefined();
    const fail = () => Promise.reject(new Error('no database'));
    const entry = await cache.get({ key: 'a', url: '/a', build: fail });
    expect(entry.identity.body.toString()).toBe('"old"');
    await expect(cache.get({ key: 'b', url: '/b', build: fail })).rejects.toThrow('no database');
  });

  it('stays within its bytes and evicts what is not read before what is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(30), fc.nat(20_000)), { maxLength: 80 }),
        async (requests) => {
          const cache = openCache(100_000);
          for (const [key, length] of requests) {
            await cache.get({
              key: String(key),
              url: `/${key}`,
              build: async () => answerOf('é'.repeat(length), String(key)),
            });
            expect(cache.bytes).toBeLessThanOrEqual(100_000);
          }
          cache.clear();
          expect([cache.bytes, cache.size]).toEqual([0, 0]);
        },
      ),
      { numRuns: 30 },
    );
    const cache = openCache(60_000);
    const fill = (key: string) =>
      cache.get({ key, url: `/${key}`, build: async () => answerOf('a', key) });
    await fill('read');
    for (let index = 0; index < 40; index += 1) {
      cache.atUrl('/read');
      await fill(`unread ${index}`);
    }
    expect(cache.atUrl('/read')).toBeDefined();
    expect(cache.atUrl('/unread 0')).toBeUndefined();
  });
});

describe('chooseEncoding', () => {
  it.each([
    [undefined, 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['br;q=0, gzip;q=0', 'identity'],
    ['*', 'br'],
    ['identity, br;q=0.2', 'identity'],
    ['nonsense;;q=,', 'identity'],
  ] as const)('answers %s with %s', (header, encoding) => {
    expect(chooseEncoding(header)).toBe(encoding);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalHash } from '../../../src/domain/edition/canonicalHash';

const json = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' });

describe('canonicalHash', () => {
  it('is the SHA-256 of the canonical JSON', () => {
    // printf '{"a":"é","b":[1,null]}' | sha256sum
    expect(canonicalHash({ b: [1, null], a: 'é' })).toBe(
      '3d92f6368f93f3cb36a4e7a721098054dfbfd705e31fa50409f2d99e0727a08c',
    );
  });

  it('does not depend on key order or on keys that hold undefined', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalHash(reordered(value))).toBe(canonicalHash(value));
      }),
    );
  });

  it('survives being written to JSON and read again', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalHash(JSON.parse(JSON.stringify(value)))).toBe(canonicalHash(value));
      }),
    );
  });

  it('tells any two different texts apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        expect(canonicalHash({ text: one }) === canonicalHash({ text: other })).toBe(one === other);
      }),
    );
    expect(canonicalHash('é')).not.toBe(canonicalHash('é'.normalize('NFD')));
    expect(canonicalHash('\ud800')).not.toBe(canonicalHash('\ufffd'));
  });

  it('depends on the order of a list', () => {
    expect(canonicalHash([1, 2])).not.toBe(canonicalHash([2, 1]));
  });

  it('refuses what is not JSON', () => {
    expect(() => canonicalHash(undefined)).toThrow(RangeError);
    expect(() => canonicalHash({ a: Number.NaN })).toThrow(/NaN/);
  });
});

function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, held]) => [key, reordered(held)] as const);
  return Object.fromEntries(
    [...entries.reverse(), ['unset', undefined]].filter(
      ([key]) => key !== 'unset' || !('unset' in value),
    ),
  );
}

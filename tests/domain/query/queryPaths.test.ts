import { describe, expect, it } from 'vitest';

import { queryPaths } from '../../../src/domain/query/queryPaths';

describe('the paths that a query names', () => {
  it('are those of its conditions, in lists of lists too, and of its order', () => {
    const where = {
      slug: { equals: 'a' },
      or: [{ AND: { 0: { 'topics.parent.name': { like: 'x' } } } }, { topics__slug: { in: [] } }],
    };
    expect(queryPaths({ where, sort: '-a.b, c__d' })).toEqual([
      { in: 'where', path: 'slug', values: ['a'] },
      { in: 'where', path: 'topics.parent.name' },
      { in: 'where', path: 'topics.slug', values: [] },
      { in: 'sort', path: 'a.b' },
      { in: 'sort', path: 'c.d' },
    ]);
    expect(queryPaths({ sort: ['a', '-b'] }).map(({ path }) => path)).toEqual(['a', 'b']);
  });

  it('come with the values that a filter asks for, where it asks for nothing else', () => {
    const values = (condition: unknown) => queryPaths({ where: { parent: condition } })[0]?.values;
    expect(values({ equals: 'a' })).toEqual(['a']);
    expect(values({ in: { 0: 'a', 1: 'b' } })).toEqual(['a', 'b']);
    expect(values({ equals: 'a', exists: true })).toBeUndefined();
    expect(values({ not_equals: 'a' })).toBeUndefined();
  });

  it('are none where it names none', () => {
    for (const query of [{}, { where: null, sort: null }, { where: 'x', sort: '' }]) {
      expect(queryPaths(query)).toEqual([]);
    }
  });
});

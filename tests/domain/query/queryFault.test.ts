import { describe, expect, it } from 'vitest';

import { queryFault, type Query } from '../../../src/domain/query/queryFault';

const ofReader = (query: Query) => queryFault(query, { isPublic: true });

describe('a query is understood', () => {
  it.each<[string, Query]>([
    ['nothing', {}],
    ['a field', { where: { slug: { equals: 'harbour' } } }],
    ['a path', { where: { 'sections.quotes.speaker.name': { like: 'Ada' } } }],
    ['a status', { where: { _status: { equals: 'published' } } }],
    ['lists of conditions', { where: { or: [{ and: [{ id: { in: ['a', 'b'] } }] }] } }],
    ['lists as addresses have them', { where: { or: { 0: { id: { in: { 0: 'a' } } } } } }],
    ['several directions', { sort: '-publishedAt,slug' }],
    ['a page', { limit: 500, page: 2, pagination: true }],
    ['a limit for a join', { joins: { sections: { limit: 5 } } }],
  ])('%s', (_name, query) => {
    expect(ofReader(query)).toBeNull();
  });
});

describe('a query is refused with a reason', () => {
  it.each<[string, Query, RegExp]>([
    ['text for conditions', { where: '1' }, /is an object of fields/],
    ['no operator', { where: { id: '1' } }, /needs an operator/],
    ['an operator of the database', { where: { id: { $gt: '' } } }, /“\$gt” is no operator/],
    ['an operator about places', { where: { id: { near: '1,2' } } }, /“near” is no operator/],
    ['a field of the database', { where: { $where: { equals: 1 } } }, /not the name of a field/],
    ['the prototype', { where: { __proto__x: { equals: 1 } } }, /not the name of a field/],
    ['an object to compare with', { where: { id: { equals: { a: 1 } } } }, /a value or a list/],
    ['conditions that are no list', { where: { or: 'x' } }, /or is a list of conditions/],
    ['a nest', { where: nested(12) }, /nested at most 8/],
    [
      'very many conditions',
      { where: { or: Array.from({ length: 201 }, () => ({ id: { equals: 1 } })) } },
      /at most 200 conditions/,
    ],
    ['very many values', { where: { id: { in: Array(1_001).fill('a') } } }, /at most 1000 values/],
    ['no direction', { sort: '-' }, /sort: is the name/],
    ['a direction that is no text', { sort: { a: 1 } }, /sort: is the name/],
    ['a page before the first', { page: -1 }, /page: is a number/],
    ['no end', { limit: 0 }, /limit: is a number from 1 to 500/],
    ['far too many', { limit: 501 }, /limit: is a number from 1 to 500/],
    ['no pages', { pagination: false }, /cannot be turned off/],
    ['no end of a join', { joins: { sections: { limit: 0 } } }, /joins: sections: limit/],
  ])('%s', (_name, query, reason) => {
    expect(ofReader(query)).toMatch(reason);
  });

  it('but who works here may ask for everything', () => {
    expect(queryFault({ limit: 0, pagination: false }, { isPublic: false })).toBeNull();
    expect(queryFault({ limit: -1 }, { isPublic: false })).toMatch(/limit/);
  });
});

function nested(depth: number): object {
  return depth === 0 ? { id: { equals: 1 } } : { and: [nested(depth - 1)] };
}

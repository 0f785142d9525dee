import { describe, expect, it } from 'vitest';
import { roleOnDay } from '../../../src/domain/edition/roleOnDay';

const roles = [
  { title: 'Member', organisation: '' },
  { title: 'Deputy', organisation: 'Hallow Port', from: '2020-01-01', to: '2022' },
  { title: 'Director', organisation: 'Hallow Port', from: '2022-06-15T12:00:00.000Z' },
];

describe('roleOnDay', () => {
  it.each([
    ['2019-12-31', 'Member'],
    ['2020-01-01', 'Deputy'],
    ['2022-06-14T23:59:59Z', 'Deputy'],
    ['2022-06-15', 'Director'],
    ['2030-01-01', 'Director'],
  ])('on %s is %s', (day, title) => {
    expect(roleOnDay(roles, day)?.title).toBe(title);
  });

  it('counts a coarse end to its last day', () => {
    expect(roleOnDay(roles.slice(1, 2), '2022-12-31')?.title).toBe('Deputy');
    expect(roleOnDay(roles.slice(1, 2), '2023-01-01')).toBeNull();
  });

  it('is null without roles', () => {
    expect(roleOnDay(undefined, '2030-01-01')).toBeNull();
    expect(roleOnDay([{ title: '' }], '2030-01-01')).toBeNull();
  });
});

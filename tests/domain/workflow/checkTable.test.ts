import { describe, expect, it } from 'vitest';

import { ROLES, type Role } from '../../../src/domain/rights/Role';
import {
  checkChanges,
  refusalOfChecks,
  type CheckName,
  type Checks,
} from '../../../src/domain/workflow/checkTable';

const none: Checks = { legal: 'not_needed', factCheck: 'not_needed', embargo: null };
const editors: Role[] = ['editor', 'publisher', 'admin'];
const checkers: Role[] = ['fact-checker', ...editors];
const MARCH = '2031-03-01T00:00:00.000Z';
const APRIL = '2031-04-01T00:00:00.000Z';

/** Who may take a check from one state to another, spelt out once more. */
const expected: [CheckName, string | null, string | null, readonly Role[]][] = [
  ['legal', 'not_needed', 'required', ROLES],
  ['legal', 'complete', 'required', ROLES],
  ['legal', 'required', 'complete', editors],
  ['legal', 'not_needed', 'complete', editors],
  ['legal', 'required', 'not_needed', editors],
  ['legal', 'complete', 'not_needed', editors],
  ['factCheck', 'not_needed', 'required', ROLES],
  ['factCheck', 'complete', 'required', ROLES],
  ['factCheck', 'required', 'complete', checkers],
  ['factCheck', 'not_needed', 'complete', checkers],
  ['factCheck', 'required', 'not_needed', checkers],
  ['factCheck', 'complete', 'not_needed', checkers],
  ['embargo', null, MARCH, ROLES],
  ['embargo', MARCH, APRIL, ROLES],
  ['embargo', APRIL, MARCH, editors],
  ['embargo', MARCH, null, editors],
  ['embargo', MARCH, 'some day', editors],
];

describe.each(expected)('%s from %s to %s', (check, from, to, roles) => {
  const changes = checkChanges({ ...none, [check]: from }, { ...none, [check]: to });

  it('is one change', () => {
    expect(changes.map((change) => change.check)).toEqual([check]);
  });

  it.each(ROLES)('by %s', (role) => {
    const refused = refusalOfChecks({ roles: [role] }, changes);
    if (roles.includes(role)) expect(refused).toBeNull();
    else expect(refused).toMatchObject({ ok: false, code: 'ROLE_NOT_ALLOWED' });
  });

  it('is nothing for keys', () => {
    expect(refusalOfChecks({ roles: ['preview'] }, changes)).not.toBeNull();
  });
});

describe('no change', () => {
  it('is a time written in another way', () => {
    const before = { ...none, embargo: MARCH };
    expect(checkChanges(before, { ...none, embargo: '2031-03-01T01:00:00+01:00' })).toEqual([]);
  });
});

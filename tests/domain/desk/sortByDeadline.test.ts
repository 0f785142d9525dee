import { expect, it } from 'vitest';

import { sortByDeadline } from '../../../src/domain/desk/sortByDeadline';

it('what is due first comes first, what has no deadline stays in its order behind it', () => {
  const rows = [
    { id: 'none', deadline: null },
    { id: 'late', deadline: '2031-05-02T10:00:00.000Z' },
    { id: 'none too', deadline: null },
    { id: 'early', deadline: '2031-05-01T10:00:00.000Z' },
  ];
  expect(sortByDeadline(rows).map(({ id }) => id)).toEqual(['early', 'late', 'none', 'none too']);
});

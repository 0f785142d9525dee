import { expect, it } from 'vitest';

import { latenessOf, orderFigures } from '../../../src/domain/schedule/orderFigures';

it('takes percentiles by the nearest rank, whatever the order', () => {
  const latenesses = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(latenessOf(latenesses)).toEqual({ p50: 50, p95: 95, p99: 99, max: 100 });
  expect(latenessOf([7])).toEqual({ p50: 7, p95: 7, p99: 7, max: 7 });
  expect(latenessOf([])).toBeNull();
});

it('writes gauges in seconds that Prometheus can read', () => {
  const text = orderFigures({
    pending: 3,
    overdue: 1,
    longestOverdueMs: 1500,
    claimed: 0,
    blocked: 2,
    fired: 1,
    lateness: { p50: 40, p95: 40, p99: 40, max: 40 },
  });
  expect(text).toContain('standfirst_publications{state="blocked"} 2\n');
  expect(text).toContain('standfirst_publications_longest_overdue_seconds 1.5\n');
  expect(text).toContain('standfirst_publication_lateness_seconds{quantile="0.99"} 0.04\n');
  for (const line of text.trimEnd().split('\n')) {
    expect(line).toMatch(/^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"]*"\})? -?[\d.e+]+)$/);
  }
});

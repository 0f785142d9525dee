/** How the orders of a newsroom stand, by the database's clock. */
export interface OrderFigures {
  /** Orders that wait for their time or for another try, due ones included. */
  pending: number;
  /** Waiting ones whose time has come: more than a few for more than a moment means no worker runs. */
  overdue: number;
  /** How many ms the longest waiting of those has been due. */
  longestOverdueMs: number;
  claimed: number;
  blocked: number;
  /** Orders fired in the last 24 hours. */
  fired: number;
  /** ms between the planned and the actual time of those; null when none was fired. */
  lateness: { p50: number; p95: number; p99: number; max: number } | null;
}

/** The percentiles of latenesses in ms by the nearest rank; null of none. */
export function latenessOf(latenesses: readonly number[]): OrderFigures['lateness'] {
  const sorted = latenesses.toSorted((a, b) => a - b);
  const rank = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
  if (sorted.length === 0) return null;
  return { p50: rank(0.5), p95: rank(0.95), p99: rank(0.99), max: rank(1) };
}

/** The figures in the text format of Prometheus (version 0.0.4), all gauges, times in seconds. */
export function orderFigures(figures: OrderFigures): string {
  const { lateness } = figures;
  const gauges: [name: string, help: string, lines: [labels: string, value: number][]][] = [
    [
      'standfirst_publications',
      'Scheduled orders by state.',
      [
        ['{state="pending"}', figures.pending],
        ['{state="claimed"}', figures.claimed],
        ['{state="blocked"}', figures.blocked],
      ],
    ],
    ['standfirst_publications_overdue', 'Pending orders past their time.', [['', figures.overdue]]],
    [
      'standfirst_publications_longest_overdue_seconds',
      'How long the first of those has been due.',
      [['', figures.longestOverdueMs / 1000]],
    ],
    ['standfirst_publications_fired', 'Orders fired in the last 24 hours.', [['', figures.fired]]],
    [
      'standfirst_publication_lateness_seconds',
      'Actual minus planned time of those.',
      lateness
        ? [
            ['{quantile="0.5"}', lateness.p50 / 1000],
            ['{quantile="0.95"}', lateness.p95 / 1000],
            ['{quantile="0.99"}', lateness.p99 / 1000],
            ['{quantile="1"}', lateness.max / 1000],
          ]
        : [],
    ],
  ];
  return gauges
    .map(([name, help, lines]) =>
      [
        `# HELP ${name} ${help}`,
        `# TYPE ${name} gauge`,
        ...lines.map(([labels, value]) => `${name}${labels} ${value}`),
      ].join('\n'),
    )
    .join('\n')
    .concat('\n');
}

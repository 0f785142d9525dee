/**
 * How an order stands at a moment: `early` before its instant, `due` from it on, and `too_late` once
 * it is later than the newsroom's limit, when readers would be surprised and a person must decide.
 *
 * @param at the instant of the order, ISO 8601 UTC.
 * @param now ISO 8601 UTC. An instant that cannot be read is never due.
 * @param lateLimitMinutes how many minutes late an order may still go out by itself.
 */
export function isDue({
  at,
  now,
  lateLimitMinutes,
}: {
  at: string;
  now: string;
  lateLimitMinutes: number;
}): 'early' | 'due' | 'too_late' {
  const lateMs = Date.parse(now) - Date.parse(at);
  if (!(lateMs >= 0)) return 'early';
  return lateMs <= lateLimitMinutes * 60_000 ? 'due' : 'too_late';
}

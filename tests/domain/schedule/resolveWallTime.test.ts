import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { resolveWallTime } from '../../../src/domain/schedule/resolveWallTime';

const NOW = '2026-01-01T00:00:00.000Z';

const resolve = (wallTime: string, zone: string, more: object = {}) =>
  resolveWallTime({ wallTime, zone, now: NOW, ...more });

// [zone, wall time in the gap, last minute before it, first after it, that instant in UTC]
const GAPS = [
  ['Europe/Amsterdam', '2026-03-29T02:30', '01:59', '03:00', '2026-03-29T01:00:00.000Z'],
  ['Europe/London', '2026-03-29T01:15', '00:59', '02:00', '2026-03-29T01:00:00.000Z'],
  ['America/New_York', '2026-03-08T02:00', '01:59', '03:00', '2026-03-08T07:00:00.000Z'],
  ['America/St_Johns', '2026-03-08T02:59', '01:59', '03:00', '2026-03-08T05:30:00.000Z'],
  ['Australia/Lord_Howe', '2026-10-04T02:15', '01:59', '02:30', '2026-10-03T15:30:00.000Z'],
  ['Pacific/Auckland', '2026-09-27T02:30', '01:59', '03:00', '2026-09-26T14:00:00.000Z'],
  ['America/Santiago', '2026-09-06T00:30', '23:59', '01:00', '2026-09-06T04:00:00.000Z'],
] as const;

// [zone, wall time that comes twice, the earlier instant, the later one]
const OVERLAPS = [
  ['Europe/Amsterdam', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
  ['Europe/London', '2026-10-25T01:00', '2026-10-25T00:00:00.000Z', '2026-10-25T01:00:00.000Z'],
  ['America/New_York', '2026-11-01T01:59', '2026-11-01T05:59:00.000Z', '2026-11-01T06:59:00.000Z'],
  ['America/St_Johns', '2026-11-01T01:30', '2026-11-01T04:00:00.000Z', '2026-11-01T05:00:00.000Z'],
  [
    'Australia/Lord_Howe',
    '2026-04-05T01:45',
    '2026-04-04T14:45:00.000Z',
    '2026-04-04T15:15:00.000Z',
  ],
  ['Pacific/Auckland', '2026-04-05T02:30', '2026-04-04T13:30:00.000Z', '2026-04-04T14:30:00.000Z'],
  ['America/Santiago', '2026-04-04T23:30', '2026-04-05T02:30:00.000Z', '2026-04-05T03:30:00.000Z'],
] as const;

describe('an ordinary time', () => {
  it.each([
    ['2026-07-01T18:30', 'Europe/Amsterdam', '2026-07-01T16:30:00.000Z'],
    ['2026-12-01T18:30', 'Europe/Amsterdam', '2026-12-01T17:30:00.000Z'],
    ['2026-07-01T18:30:15', 'Asia/Kolkata', '2026-07-01T13:00:15.000Z'],
    ['2026-07-01T18:30', 'UTC', '2026-07-01T18:30:00.000Z'],
    ['2026-12-01T00:05', 'Pacific/Kiritimati', '2026-11-30T10:05:00.000Z'],
  ])('is the instant that %s means in %s', (wallTime, zone, at) => {
    expect(resolve(wallTime, zone)).toEqual({ ok: true, at, wallTime, zone });
  });

  it('means the same with either answer to a question that nobody asked', () => {
    expect(resolve('2026-07-01T18:30', 'Europe/London', { overlap: 'later' })).toEqual(
      resolve('2026-07-01T18:30', 'Europe/London', { overlap: 'earlier' }),
    );
  });
});

describe('a time in a gap', () => {
  it.each(GAPS)(
    'of %s at %s is refused with both neighbours',
    (zone, wallTime, before, after, at) => {
      const refusal = resolve(wallTime, zone);
      expect(refusal).toMatchObject({ ok: false, code: 'TIME_IN_GAP' });
      if (refusal.ok || !refusal.choices) throw new Error('no choices');
      const [first, second] = refusal.choices;
      expect(first.wallTime.slice(11)).toBe(before);
      expect(second.wallTime.slice(11)).toBe(after);
      expect(second.at).toBe(at);
      expect(Date.parse(second.at) - Date.parse(first.at)).toBe(60_000);
      for (const { wallTime: offered, at: instant } of refusal.choices) {
        expect(resolve(offered, zone)).toMatchObject({ ok: true, at: instant });
      }
      expect(resolve(wallTime, zone, { overlap: 'later' })).toMatchObject({ code: 'TIME_IN_GAP' });
    },
  );
});

describe('a time that comes twice', () => {
  it.each(OVERLAPS)(
    'in %s at %s asks which, and takes the answer',
    (zone, wallTime, early, late) => {
      expect(resolve(wallTime, zone)).toMatchObject({
        ok: false,
        code: 'TIME_AMBIGUOUS',
        choices: [
          { wallTime, at: early, overlap: 'earlier' },
          { wallTime, at: late, overlap: 'later' },
        ],
      });
      expect(resolve(wallTime, zone, { overlap: 'earlier' })).toMatchObject({
        ok: true,
        at: early,
      });
      expect(resolve(wallTime, zone, { overlap: 'later' })).toMatchObject({ ok: true, at: late });
    },
  );
});

describe('a time that cannot be', () => {
  it.each([
    '2026-07-01',
    '2026-07-01T18:30Z',
    '2026-07-01T18:30+02:00',
    '2026-02-30T10:00',
    '2026-07-01T25:00',
    '2026-07-01T18:30[Europe/Amsterdam]',
    'tomorrow',
    '',
  ])('is refused as unreadable: “%s”', (wallTime) => {
    expect(resolve(wallTime, 'UTC')).toMatchObject({ code: 'WALL_TIME_UNREADABLE' });
  });

  it.each(['Mars/Olympus', '+02:00', 'Europe/Amsterdam; drop', ''])(
    'is refused in the unknown zone “%s”',
    (zone) => {
      expect(resolve('2026-07-01T18:30', zone)).toMatchObject({ code: 'ZONE_UNKNOWN' });
    },
  );

  it('is refused when it is past or this very moment', () => {
    expect(resolve('2025-12-31T23:59', 'UTC')).toMatchObject({ code: 'TIME_NOT_IN_FUTURE' });
    expect(resolve('2026-01-01T00:00', 'UTC')).toMatchObject({ code: 'TIME_NOT_IN_FUTURE' });
    expect(resolve('2026-01-01T00:00:01', 'UTC')).toMatchObject({ ok: true });
  });

  it('is refused beyond five years, and taken just within', () => {
    expect(resolve('2031-01-01T00:00', 'UTC')).toMatchObject({ ok: true });
    expect(resolve('2031-01-01T00:01', 'UTC')).toMatchObject({ code: 'TIME_TOO_FAR' });
  });

  it('is refused before an embargo, and taken at its end', () => {
    const embargoUntil = '2026-07-01T16:30:00.000Z';
    const at = (wallTime: string) => resolve(wallTime, 'Europe/Amsterdam', { embargoUntil });
    expect(at('2026-07-01T18:29')).toMatchObject({ code: 'TIME_BEFORE_EMBARGO' });
    expect(at('2026-07-01T18:30')).toMatchObject({ ok: true });
    expect(resolve('2026-07-01T18:30', 'UTC', { embargoUntil: 'soon' })).toMatchObject({
      code: 'TIME_BEFORE_EMBARGO',
    });
  });
});

it('reads on the wall of the zone what was written, whatever the instant and the zone', () => {
  const zones = [...GAPS.map(([zone]) => zone), 'Asia/Kathmandu', 'Africa/Casablanca', 'UTC'];
  fc.assert(
    fc.property(
      fc.integer({ min: Date.parse(NOW) + 60_000, max: Date.parse('2030-12-30T00:00:00Z') }),
      fc.constantFrom(...zones),
      (ms, timeZone) => {
        const instant = new Date(Math.floor(ms / 1000) * 1000);
        const wallTime = new Intl.DateTimeFormat('sv-SE', {
          timeZone,
          dateStyle: 'short',
          timeStyle: 'medium',
        })
          .format(instant)
          .replace(' ', 'T');
        const answers = (['earlier', 'later'] as const).map((overlap) =>
          resolve(wallTime, timeZone, { overlap }),
        );
        expect(answers.map((answer) => answer.ok && answer.at)).toContain(instant.toISOString());
      },
    ),
    { numRuns: 500 },
  );
});

import { describe, expect, it } from 'vitest';
import { offsetText, readWallClock, wallClock } from '@/lib/zones';

describe('a wall clock in a zone', () => {
  it('has one reading on an ordinary day', () => {
    expect(readWallClock('2026-11-24T14:15', 'Europe/Amsterdam')).toEqual({
      kind: 'exact',
      reading: { instant: '2026-11-24T14:15:00+01:00', offset: '+01:00' },
    });
    expect(readWallClock('2026-07-01T14:15', 'Europe/Athens')).toMatchObject({ reading: { offset: '+03:00' } });
    expect(readWallClock('2026-07-01T14:15', 'Asia/Kathmandu')).toMatchObject({ reading: { offset: '+05:45' } });
  });
  it('has two readings when the clock is put back, the earlier first', () => {
    expect(readWallClock('2026-10-25T02:30', 'Europe/Amsterdam')).toEqual({
      kind: 'ambiguous',
      readings: [
        { instant: '2026-10-25T02:30:00+02:00', offset: '+02:00' },
        { instant: '2026-10-25T02:30:00+01:00', offset: '+01:00' },
      ],
    });
  });
  it('has none when the clock is put forward', () => {
    expect(readWallClock('2026-03-29T02:30', 'Europe/Amsterdam')).toEqual({ kind: 'gap' });
  });
  it('is not guessed from something else', () => {
    expect(readWallClock('', 'UTC')).toEqual({ kind: 'unreadable' });
    expect(readWallClock('24/11/2026 14:15', 'UTC')).toEqual({ kind: 'unreadable' });
  });
  it('comes back from an instant', () => {
    expect(wallClock(Date.parse('2026-11-24T13:15:58Z'), 'Europe/Amsterdam')).toBe('2026-11-24T14:15');
  });
  it('writes offsets on both sides of Greenwich', () => {
    expect([offsetText(-12_600_000), offsetText(0), offsetText(20_700_000)]).toEqual(['-03:30', '+00:00', '+05:45']);
  });
});

import { describe, expect, it } from 'vitest';
import { newsOf, isNews } from '@/features/coordination/briefing/news';
import { atWork, hoursWords, weekdays } from '@/features/coordination/working-hours/atWork';
import type { WorkingHoursView } from '@/features/coordination/working-hours/queries';

const NL: WorkingHoursView = {
  party: 'NL',
  time_zone: 'Europe/Amsterdam',
  days: [1, 2, 3, 4, 5],
  begins: '09:00',
  ends: '17:00',
  holidays_of: 'NL',
  holidays: [{ on: '2026-12-25', name: 'Christmas Day' }],
  is_stated: false,
  version: 0,
};

describe('what a moment is for a party', () => {
  it.each([
    ['2026-11-27T07:59:59Z', 'off'],
    ['2026-11-27T08:00:00Z', 'working'],
    ['2026-11-27T15:59:59Z', 'working'],
    ['2026-11-27T16:00:00Z', 'off'],
    ['2026-11-28T10:00:00Z', 'free'],
    ['2026-12-25T10:00:00Z', 'holiday'],
    ['2026-12-24T23:30:00Z', 'holiday'],
    ['2026-03-27T07:30:00Z', 'off'],
    ['2026-03-30T07:30:00Z', 'working'], // before summer time and behind it
  ])('%s is %s', (at, what) => {
    expect(atWork(Date.parse(at), NL).what).toBe(what);
  });

  it('names the holiday, and works until the end of the day where that is stated', () => {
    expect(atWork(Date.parse('2026-12-25T10:00:00Z'), NL).holiday).toBe('Christmas Day');
    expect(atWork(Date.parse('2026-11-27T22:59:00Z'), { ...NL, ends: '24:00' }).what).toBe('working');
  });

  it('is said in few words', () => {
    expect(weekdays('en-GB', 'short')[0]).toBe('Mon');
    expect(hoursWords(NL, 'en-GB')).toBe('Mon–Fri 09:00–17:00');
    expect(hoursWords({ ...NL, days: [1, 3] }, 'en-GB')).toBe('Mon, Wed 09:00–17:00');
  });
});

describe('what is new', () => {
  const none = { since: null, marked_at: null, head: 1, notes: [], happened: [], moved: [], near: [] };
  it('is counted, and a deadline that comes near alone is none', () => {
    expect(isNews(newsOf(none))).toBe(false);
    const act = { kind: 'evidence.opened', count: 3, seats: ['DE-01'], last_at: '2026-11-27T10:00:00Z' };
    const news = newsOf({
      ...none,
      happened: [{ evidence: null, task: null, number: null, title: null, acts: [act, act] }],
    });
    expect(news).toEqual({ notes: 0, acts: 6, things: 1, moved: 0, near: 0 });
    expect(isNews(news)).toBe(true);
  });
});

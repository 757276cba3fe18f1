import { describe, expect, it } from 'vitest';
import { nextDay } from '@/features/coordination/overview/NextHourPanel';
import { byKind, byUrgency, urgencyOf } from '@/features/coordination/overview/pending';
import { distance, isSoon } from '@/lib/due';
import type { OperationView, PendingActionView } from '@/api/views';

const NOW = Date.parse('2026-12-01T09:42:00Z');
const one = (id: string, due: string | null, group = 'tasks') =>
  ({ link: { id }, due_at: due, group }) as PendingActionView;

describe('pending actions', () => {
  it('are due on the day that the clocks of the member show', () => {
    expect(urgencyOf('2026-12-01T22:30:00Z', NOW, 'Europe/London')).toBe('today');
    expect(urgencyOf('2026-12-01T23:30:00Z', NOW, 'Europe/Paris')).toBe('tomorrow');
    expect(urgencyOf('2026-12-01T09:41:00Z', NOW, 'Europe/Paris')).toBe('overdue');
    expect(urgencyOf('2026-12-06T11:14:00Z', NOW, 'Europe/Paris')).toBe('week');
    expect(urgencyOf('2026-12-10T04:30:00Z', NOW, 'Europe/Paris')).toBe('later');
    expect(urgencyOf(null, NOW, 'Europe/Paris')).toBe('undated');
  });
  it('form sections by urgency and by kind without losing one', () => {
    const items = [
      one('late', '2026-11-30T00:00:00Z'),
      one('soon', '2026-12-02T08:00:00Z', 'consents'),
      one('none', null),
    ];
    const sections = byUrgency(items, NOW, 'Europe/Paris');
    expect(sections.map(({ key }) => key)).toEqual(['overdue', 'tomorrow', 'undated']);
    expect(byKind(items).map(({ key, items: found }) => [key, found.length])).toEqual([
      ['tasks', 2],
      ['consents', 1],
    ]);
  });
  it('say how far a deadline is, and stand out within two days', () => {
    expect(distance('2026-12-02T08:42:00Z', NOW, 'en-GB')).toBe('in 23 hr');
    expect(distance('2026-12-06T11:14:00Z', NOW, 'en-GB')).toBe('in 5 days');
    expect(isSoon('2026-12-03T09:00:00Z', NOW)).toBe(true);
    expect(isSoon('2026-12-03T10:00:00Z', NOW)).toBe(false);
  });
});

describe('the next H-hour', () => {
  it('is that of a day in progress, else the next planned one', () => {
    const day = (id: string, state: string, at: string) => ({ id, state, h_at: at }) as OperationView;
    const planned = [day('far', 'planned', '2026-12-20T04:30:00Z'), day('near', 'planned', '2026-12-10T04:30:00Z')];
    const past = [day('missed', 'planned', '2026-11-10T04:30:00Z'), day('draft', 'draft', '2026-12-02T04:30:00Z')];
    expect(nextDay([...planned, ...past], NOW)?.id).toBe('near');
    expect(nextDay([...planned, day('live', 'live', '2026-12-01T04:30:00Z')], NOW)?.id).toBe('live');
    expect(nextDay(past, NOW)).toBeNull();
  });
});

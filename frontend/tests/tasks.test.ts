import { describe, expect, it } from 'vitest';
import { changesOf, conflicts, draftOf, faults, formOf, merged, momentOf, type Draft } from '@/features/tasks/draft';
import { clocks, grouped, groupOf } from '@/features/tasks/due';
import type { TaskView } from '@/api/views';

const NOW = Date.parse('2026-11-24T21:30:00Z');
const task = (due: string | null, change: Partial<TaskView> = {}) => ({ title: 'Compare', details: null, assignee: 'DE-02', priority: 'normal', due_at: due, due_zone: due ? 'Europe/Berlin' : null, state: 'open', ...change }) as TaskView;

describe('deadlines', () => {
  it('fall into groups by the days of whoever looks', () => {
    expect(groupOf(task('2026-11-24T21:29:59Z'), NOW, 'UTC')).toBe('overdue');
    expect(groupOf(task('2026-11-24T23:30:00Z'), NOW, 'UTC')).toBe('today');
    expect(groupOf(task('2026-11-24T23:30:00Z'), NOW, 'Europe/Berlin')).toBe('week');
    expect(groupOf(task('2026-12-01T21:30:00Z'), NOW, 'UTC')).toBe('later');
    expect(groupOf(task(null), NOW, 'UTC')).toBe('none');
    expect(groupOf(task('2026-11-01T00:00:00Z', { state: 'done' }), NOW, 'UTC')).toBe('over');
    expect(grouped([task(null), task('2026-11-01T00:00:00Z')], NOW, 'UTC').map(([group]) => group)).toEqual(['overdue', 'none']);
  });
  it('are one moment on each clock that differs, with the day where it is another', () => {
    const year = new Date().getUTCFullYear();
    const at = `${String(year)}-11-27T16:00:00Z`;
    expect(clocks(at, ['Europe/Paris', 'Europe/Berlin', 'Europe/Athens'], 'en-GB').map((one) => one.replace(/^\w{3},? /, ''))).toEqual(['27 Nov 17:00 Paris, Berlin', '18:00 Athens']);
    expect(clocks(`${String(year)}-11-27T22:30:00Z`, ['Europe/Paris', 'Europe/Athens'], 'en-GB')[1]).toMatch(/28 Nov 00:30 Athens$/);
  });
});

describe('a task as it is written', () => {
  const base = draftOf(task('2026-11-27T16:00:00.000000Z'), 'UTC');
  it('says a local time, and never guesses which of two moments it is', () => {
    expect([base.due, base.zone]).toEqual(['2026-11-27T17:00', 'Europe/Berlin']);
    const twice: Draft = { ...base, due: '2027-10-31T02:30', reading: '' };
    expect(momentOf(twice).fault).toBe('tasks/timeTwice');
    expect(momentOf({ ...twice, reading: '2027-10-31T02:30:00+01:00' }).at).toBe('2027-10-31T01:30:00.000Z');
    expect(momentOf({ ...twice, due: '2027-03-28T02:30', reading: '2027-10-31T02:30:00+01:00' }).fault).toBe('tasks/timeNever');
    expect(faults({ ...base, title: ' ', assignee: '' })).toEqual({ title: 'tasks/needTitle', assignee: 'tasks/needAssignee' });
  });
  it('sends what differs and nothing else', () => {
    expect(changesOf(base, base)).toEqual({});
    expect(changesOf(base, { ...base, due: '' })).toEqual({ due_at: null });
    expect(changesOf(base, { ...base, zone: 'Europe/Athens', due: '2026-11-27T18:00', reading: '' })).toEqual({ due_at: '2026-11-27T16:00:00.000Z', due_zone: 'Europe/Athens' });
    expect(formOf(base, ['x'])).toMatchObject({ title: 'Compare', details: null, evidence: ['x'], due_zone: 'Europe/Berlin' });
  });
  it('loses nobody’s words when two changed it', () => {
    const theirs: Draft = { ...base, title: 'Compare twice', priority: 'urgent' };
    const mine: Draft = { ...base, title: 'Compare at once', details: 'Both logs' };
    expect(conflicts(base, theirs, mine)).toEqual(['title']);
    expect(merged(base, theirs, mine)).toMatchObject({ title: 'Compare at once', details: 'Both logs', priority: 'urgent' });
  });
});

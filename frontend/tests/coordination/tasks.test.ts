import { describe, expect, it } from 'vitest';
import {
  changesOf,
  conflicts,
  draftOf,
  faults,
  formOf,
  linesOf,
  merged,
  momentOf,
  textOf,
  theirs,
  type Draft,
} from '@/features/coordination/tasks/form/draft';
import { clocks, grouped, groupOf } from '@/features/coordination/tasks/due';
import { languageName, LANGUAGES } from '@/features/coordination/tasks/form/languages';
import { dayOf, readRule, ruleOf, withFirst } from '@/features/coordination/tasks/form/repeats';
import { dueTooEarly, dueTooLate, unfinished, wayBack, waitsForMe } from '@/features/coordination/tasks/steps';
import type { TaskView } from '@/api/views';

const NOW = Date.parse('2026-11-24T21:30:00Z');
const task = (due: string | null, change: Partial<TaskView> = {}) =>
  ({
    title: 'Compare',
    details: null,
    assignee: 'DE-02',
    co_assignees: [] as string[],
    priority: 'normal',
    due_at: due,
    due_zone: due ? 'Europe/Berlin' : null,
    legal_basis: null,
    language: null,
    repeats: null,
    state: 'open',
    ...change,
  }) as TaskView;

describe('deadlines', () => {
  it('fall into groups by the days of whoever looks', () => {
    expect(groupOf(task('2026-11-24T21:29:59Z'), NOW, 'UTC')).toBe('overdue');
    expect(groupOf(task('2026-11-24T23:30:00Z'), NOW, 'UTC')).toBe('today');
    expect(groupOf(task('2026-11-24T23:30:00Z'), NOW, 'Europe/Berlin')).toBe('week');
    expect(groupOf(task('2026-12-01T21:30:00Z'), NOW, 'UTC')).toBe('later');
    expect(groupOf(task(null), NOW, 'UTC')).toBe('none');
    expect(groupOf(task('2026-11-01T00:00:00Z', { state: 'done' }), NOW, 'UTC')).toBe('over');
    expect(groupOf(task('2026-11-01T00:00:00Z', { state: 'proposed' }), NOW, 'UTC')).toBe('proposed');
    expect(grouped([task(null), task('2026-11-01T00:00:00Z')], NOW, 'UTC').map(([group]) => group)).toEqual([
      'overdue',
      'none',
    ]);
  });
  it('are one moment on each clock that differs, with the day where it is another', () => {
    const year = new Date().getUTCFullYear();
    const at = `${String(year)}-11-27T16:00:00Z`;
    expect(
      clocks(at, ['Europe/Paris', 'Europe/Berlin', 'Europe/Athens'], 'en-GB').map((one) =>
        one.replace(/^\w{3},? /, ''),
      ),
    ).toEqual(['27 Nov 17:00 Paris, Berlin', '18:00 Athens']);
    expect(clocks(`${String(year)}-11-27T22:30:00Z`, ['Europe/Paris', 'Europe/Athens'], 'en-GB')[1]).toMatch(
      /28 Nov 00:30 Athens$/,
    );
  });
});

describe('a task as it is written', () => {
  const base = draftOf(task('2026-11-27T16:00:00.000000Z'), 'UTC');
  it('says a local time, and never guesses which of two moments it is', () => {
    expect([base.due, base.zone]).toEqual(['2026-11-27T17:00', 'Europe/Berlin']);
    const twice: Draft = { ...base, due: '2027-10-31T02:30', reading: '' };
    expect(momentOf(twice).fault).toBe('tasks/timeTwice');
    expect(momentOf({ ...twice, reading: '2027-10-31T02:30:00+01:00' }).at).toBe('2027-10-31T01:30:00.000Z');
    expect(momentOf({ ...twice, due: '2027-03-28T02:30', reading: '2027-10-31T02:30:00+01:00' }).fault).toBe(
      'tasks/timeNever',
    );
    expect(faults({ ...base, title: ' ', assignee: '' })).toEqual({
      title: 'tasks/needTitle',
      assignee: 'tasks/needAssignee',
    });
  });
  it('sends what differs and nothing else', () => {
    expect(changesOf(base, base)).toEqual({});
    expect(changesOf(base, { ...base, due: '' })).toEqual({ due_at: null });
    expect(changesOf(base, { ...base, zone: 'Europe/Athens', due: '2026-11-27T18:00', reading: '' })).toEqual({
      due_at: '2026-11-27T16:00:00.000Z',
      due_zone: 'Europe/Athens',
    });
    expect(formOf(base, ['x'], linesOf(' Ask \n\nNote'))).toMatchObject({
      title: 'Compare',
      details: null,
      evidence: ['x'],
      checklist: ['Ask', 'Note'],
      due_zone: 'Europe/Berlin',
      language: null,
      repeats: null,
    });
    expect(changesOf(base, { ...base, language: 'fr-BE', legalBasis: ' EIO ', repeats: 'FREQ=DAILY' })).toEqual({
      language: 'fr-BE',
      legal_basis: 'EIO',
      repeats: 'FREQ=DAILY',
    });
    expect(faults({ ...base, due: '', repeats: 'FREQ=DAILY' })).toEqual({ due: 'tasks/needDue' });
  });
  it('names co-assignees in one order, and sends all of them when one changes', () => {
    const shared = { ...base, coAssignees: textOf(['DE-04', 'DE-01']) };
    expect(formOf(shared, [], []).co_assignees).toEqual(['DE-01', 'DE-04']);
    expect(changesOf(shared, { ...shared, coAssignees: 'DE-04' })).toEqual({ co_assignees: ['DE-04'] });
  });
  it('loses nobody’s words when two changed it', () => {
    const now: Draft = { ...base, title: 'Compare twice', priority: 'urgent' };
    const mine: Draft = { ...base, title: 'Compare at once', details: 'Both logs' };
    expect(theirs(base, now, mine)).toEqual(['priority']);
    expect(conflicts(base, now, mine)).toEqual(['title']);
    expect(merged(base, now, mine)).toMatchObject({
      title: 'Compare at once',
      details: 'Both logs',
      priority: 'urgent',
    });
  });
});

describe('what repeats', () => {
  it('is written as the server reads it, and read back', () => {
    for (const rule of [
      'FREQ=DAILY',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=10',
      'FREQ=MONTHLY;UNTIL=20270303T225959Z',
    ]) {
      const read = readRule(rule, 'Europe/Berlin');
      expect(read && ruleOf(read, 'Europe/Berlin')).toBe(rule);
    }
    expect(readRule('FREQ=MONTHLY;UNTIL=20270303T225959Z', 'Europe/Berlin')?.until).toBe('2027-03-03');
    expect(readRule('FREQ=YEARLY', 'UTC')).toBeNull();
    expect(dayOf('2026-11-27T17:00')).toBe('FR');
    expect(withFirst('FREQ=WEEKLY;BYDAY=MO', '2026-11-27T17:00', 'UTC')).toBe('FREQ=WEEKLY;BYDAY=MO,FR');
    expect([withFirst('FREQ=WEEKLY', '2026-11-27T17:00', 'UTC'), withFirst('', '', 'UTC')]).toEqual([
      'FREQ=WEEKLY',
      '',
    ]);
  });
});

describe('steps', () => {
  const may = (...steps: [string, boolean][]) =>
    ({
      may: { edit: false, steps: steps.map(([state, needs_reason]) => ({ state, needs_reason })) },
    }) as unknown as Partial<TaskView>;
  it('lead back where no reason is asked for', () => {
    expect(wayBack(task(null, { state: 'in_progress', ...may(['open', false], ['done', false]) }), 'open')).toEqual([
      'open',
    ]);
    expect(wayBack(task(null, { state: 'done', ...may(['in_progress', false], ['open', true]) }), 'open')).toEqual([
      'in_progress',
      'open',
    ]);
    expect(wayBack(task(null, { state: 'cancelled', ...may(['open', true]) }), 'open')).toEqual([]);
  });
  it('wait for whoever may answer, and warn of what is not done', () => {
    expect(waitsForMe(task(null, { state: 'proposed', ...may(['open', false]) }))).toBe(true);
    expect(waitsForMe(task(null, { state: 'proposed', ...may(['cancelled', true]) }))).toBe(false);
    const ref = (state: TaskView['state']) => ({ id: state, number: 'T-1', title: '', state, due_at: null });
    expect(
      unfinished({ ...task(null), waits_for: [ref('done'), ref('blocked'), ref('cancelled')] }).map(({ id }) => id),
    ).toEqual(['blocked']);
  });
});

it('every language has a name', () => {
  expect(LANGUAGES.filter((tag) => languageName(tag, 'fr') === tag)).toEqual([]);
  expect(languageName('fr-BE', 'en')).toBe('French (Belgium)');
});

it('warns of a task that is due before another on which it depends, and only while both are open', () => {
  const ref = (due_at: string | null, state: TaskView['state'] = 'open') => ({
    id: `${due_at ?? ''}${state}`,
    number: due_at ?? 'T-0',
    title: '',
    state,
    due_at,
  });
  const [before, due, after] = ['2026-11-20T10:00:00Z', '2026-11-21T10:00:00Z', '2026-11-22T10:00:00Z'];
  const others = [ref(before), ref(due), ref(after), ref(after, 'done'), ref(null)];
  expect(dueTooLate(task(due, { waits_for: others })).map(({ number }) => number)).toEqual([after]);
  expect(dueTooLate(task(null, { waits_for: others }))).toEqual([]);
  expect(dueTooEarly(task(due, { held_up: others })).map(({ number }) => number)).toEqual([before]);
  expect(dueTooEarly(task(due, { held_up: others, state: 'done' }))).toEqual([]);
});

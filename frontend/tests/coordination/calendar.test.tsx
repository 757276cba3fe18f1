import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { byDay, daysOf, isElsewhere, isLate, moved } from '@/features/coordination/calendar/calendar';
import type { CalendarEntryView } from '@/features/coordination/calendar/queries';
import { renderRoute } from '../support/screen';
import { TEAM } from '../support/team';

const entry = (change: Partial<CalendarEntryView>): CalendarEntryView => ({
  kind: 'task',
  subject: 'task-1',
  title: 'Read the stick',
  number: 'T-1',
  party: 'DE',
  at: '2026-11-27T23:30:00Z',
  on: null,
  zone: 'Europe/Athens',
  mine: true,
  ...change,
});

it('has whole weeks from Monday on, and moves by months and weeks', () => {
  const november = daysOf('2026-11-27', 'month');
  expect([november[0], november.at(-1), november.length]).toEqual(['2026-10-26', '2026-12-06', 42]);
  expect(daysOf('2027-02-10', 'month')).toHaveLength(28);
  expect([daysOf('2026-11-29', 'week')[0], daysOf('2026-11-29', 'week')[6]]).toEqual(['2026-11-23', '2026-11-29']);
  expect([moved('2026-01-31', 'month', 1), moved('2026-01-15', 'month', -1), moved('2026-12-28', 'week', 1)]).toEqual([
    '2026-02-01',
    '2025-12-01',
    '2027-01-04',
  ]);
});

it('puts a moment on the day of the reader, and a day on itself', () => {
  const review = entry({ kind: 'retention_review', at: null, on: '2026-11-27', zone: 'UTC' });
  expect([...byDay([entry({}), review], 'UTC').keys()]).toEqual(['2026-11-27']);
  expect([...byDay([entry({}), review], 'Europe/Berlin').keys()]).toEqual(['2026-11-28', '2026-11-27']);
  expect([isElsewhere(entry({}), 'Europe/Berlin'), isElsewhere(entry({}), 'Europe/Helsinki')]).toEqual([true, false]);
  const now = Date.parse('2026-11-28T09:00:00Z');
  expect([entry({}), entry({ kind: 'hearing' }), review].map((one) => isLate(one, now, '2026-11-28'))).toEqual([
    true,
    false,
    true,
  ]);
});

it('asks for the kinds of the address, keeps a filter there and says that nothing is listed', async () => {
  const asked: string[] = [];
  const { user } = await renderRoute('/jits/jit-1/calendar?on=2026-11-26&kind=task', (api) => {
    api.on('GET', `${TEAM}/calendar`, ({ query }) => {
      asked.push(query.toString());
      const kinds = query.getAll('kind');
      return { items: kinds.includes('hearing') ? [] : [entry({ at: '2026-11-27T10:00:00Z' })], more: false };
    });
  });
  const day = within(await screen.findByRole('list', { name: 'November 2026' }));
  expect(day.getByRole('link', { name: 'Germany: Read the stick' }).getAttribute('href')).toBe(
    '/jits/jit-1/tasks/task-1',
  );
  await user.click(screen.getByRole('checkbox', { name: 'Hearing' }));
  await screen.findByText('No dates in this period');
  await user.click(screen.getByRole('button', { name: 'Next month' }));
  await screen.findByRole('list', { name: 'December 2026' });
  await waitFor(() => expect(asked.at(-1)).toContain('from=2026-11-30'));
  expect(asked.at(-1)).toContain('kind=task&kind=hearing');
});

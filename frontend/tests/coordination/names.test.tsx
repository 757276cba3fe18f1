import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { TaskView } from '@/api/views';
import { HappenedPanel } from '@/features/coordination/briefing/HappenedPanel';
import type { HappenedView } from '@/features/coordination/briefing/queries';
import { CalendarDay } from '@/features/coordination/calendar/CalendarDay';
import type { CalendarEntryView } from '@/features/coordination/calendar/queries';
import { ChecklistPanel } from '@/features/coordination/tasks/detail/ChecklistPanel';
import { CommentsPanel } from '@/features/coordination/tasks/detail/CommentsPanel';
import { renderPart } from '../support/screen';
import { task } from '../support/tasks';
import { NOW, TEAM } from '../support/team';

const DAY = {
  day: '2026-03-02',
  name: 'Monday',
  short: 'Mon',
  now: Date.parse(NOW),
  today: '2026-03-03',
  beside: false,
};
const ENTRY: CalendarEntryView = {
  kind: 'task',
  subject: 'task-1',
  title: 'Read the stick',
  number: 'T-1',
  party: 'DE',
  at: NOW,
  on: null,
  zone: 'UTC',
  mine: false,
};
const ACT = { kind: 'request.released', count: 1, seats: ['DE-01', 'system'], last_at: NOW };

it('names members and parties in the catch-up summary, at comments and items of a task, and in the calendar', async () => {
  const done = { id: 'item-1', text: 'Seal', done_by: 'DE-01', done_at: NOW };
  const found = task({ due_at: NOW, assignee_party: 'DE', checklist: [done] }) as unknown as TaskView;
  const happened = [
    { evidence: null, task: null, number: null, title: null, acts: [ACT] },
  ] as unknown as HappenedView[];
  await renderPart(
    <>
      <HappenedPanel happened={happened} />
      <CalendarDay {...DAY} entries={[ENTRY]} />
      <ChecklistPanel task={found} />
      <CommentsPanel task={found} />
    </>,
    (api) => {
      api.on('GET', `${TEAM}/tasks/task-1/comments`, () => ({
        items: [{ id: 'comment-1', seat: 'DE-01', at: NOW, text: 'Seen', erased: {} }],
        next: null,
      }));
    },
  );
  await screen.findByText('Seen');
  const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  const [team, , day, , item, comment] = lines;
  expect(team).toContain('Legal request shared Jonas Reinharz (DE-01), Liaison');
  expect(day).toContain('Germany: Read the stick');
  expect(item).toContain('Jonas Reinharz (DE-01) ·');
  expect(comment).toContain('Jonas Reinharz (DE-01) ·');
});

/** Changing several tasks: selected in the list, sent with the versions that were seen, refused tasks left out. */
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { TasksScreen } from '@/features/coordination/tasks/TasksScreen';
import { between } from '@/features/coordination/tasks/many/useTaskSelection';
import { problem } from '../support/api';
import { renderPart } from '../support/screen';
import { task } from '../support/tasks';
import { TEAM } from '../support/team';

const PATH = `${TEAM}/tasks/bulk-changes`;

it('selects a range in either direction', () => {
  expect(between(['a', 'b', 'c'], 'c', 'b')).toEqual(['b', 'c']);
  expect(between(['a', 'b', 'c'], 'gone', 'b')).toEqual(['b']);
});

it('changes all selected tasks, without those that were refused', async () => {
  const three = [1, 2, 3].map((n) => task({ id: `task-${String(n)}`, number: `T-${String(n)}`, version: n }));
  const { api, user } = await renderPart(
    <TasksScreen filters={{}} onFilters={() => {}} onAssign={() => {}} />,
    (fake) => {
      fake.on('GET', `${TEAM}/tasks`, () => ({ items: three, next: null }));
      fake.on('POST', PATH, ({ body }) => {
        const { items } = body as { items: { task: string }[] };
        if (items.some((one) => one.task === 'task-2'))
          return problem(409, 'rows-refused', { rows: [{ task: 'task-2', code: 'stale', detail: 'Reload it.' }] });
        return { items: three.filter(({ id }) => items.some((one) => one.task === id)), next: null };
      });
    },
  );
  await user.click(await screen.findByRole('checkbox', { name: 'Select T-1' }));
  await user.keyboard('{Shift>}');
  await user.click(screen.getByRole('checkbox', { name: 'Select T-3' }));
  await user.keyboard('{/Shift}');
  expect(screen.getByRole('toolbar', { name: '3 tasks selected' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Change selected' }));
  await user.click(await screen.findByRole('combobox', { name: 'Priority' }));
  await user.click(await screen.findByRole('option', { name: 'Urgent', hidden: true }));
  await user.click(screen.getByRole('button', { name: 'Change 3 tasks' }));
  expect(await screen.findByText(/T-2: Reload it/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Leave out refused tasks' }));
  await user.click(await screen.findByRole('button', { name: 'Change 2 tasks' }));
  await waitFor(() => expect(screen.queryByRole('toolbar')).toBeNull());
  expect(api.of('POST', PATH)[1]?.body).toEqual({
    priority: 'urgent',
    items: [
      { task: 'task-1', seen_version: 1 },
      { task: 'task-3', seen_version: 3 },
    ],
  });
});

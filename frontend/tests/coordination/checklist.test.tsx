import { screen, waitFor } from '@testing-library/react';
import { useQuery } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { taskQuery } from '@/features/coordination/tasks/queries';
import { ChecklistPanel } from '@/features/coordination/tasks/detail/ChecklistPanel';
import type { FakeApi, Sent } from '../support/api';
import { renderPart } from '../support/screen';
import { task } from '../support/tasks';
import { JIT, NOW, TEAM } from '../support/team';

/** The panel of a task as the API gives it. */
function Checklist() {
  const { data } = useQuery(taskQuery(JIT, 'task-1'));
  return data ? <ChecklistPanel task={data} /> : null;
}

/** Keeps the checklist of one task as the server does. */
function answerChecklist(api: FakeApi): void {
  let items = [{ id: 'item-seal', text: 'Seal', done_by: null as string | null, done_at: null as string | null }];
  api.on('GET', `${TEAM}/tasks/task-1`, () => task({ checklist: items }));
  api.on('POST', `${TEAM}/tasks/task-1/checklist`, ({ body }: Sent) => {
    const { add = [], tick = [] } = body as { add?: string[]; tick?: string[] };
    items = items.map((one) => (tick.includes(one.id) ? { ...one, done_by: 'NL-01', done_at: NOW } : one));
    items = [...items, ...add.map((text) => ({ id: `item-${text}`, text, done_by: null, done_at: null }))];
    return task({ checklist: items });
  });
}

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'New item' });

it('keeps the next item that is typed, and lets another be ticked, while one is added', async () => {
  const { api, user } = await renderPart(<Checklist />, answerChecklist);
  await screen.findByRole('checkbox', { name: 'Seal' });
  const image = api.hold('POST', `${TEAM}/tasks/task-1/checklist`);
  await user.type(field(), 'Image{Enter}');
  await image.arrived;
  await user.clear(field());
  await user.type(field(), 'Hash');
  await user.click(screen.getByRole('checkbox', { name: 'Seal' }));
  await waitFor(() => expect(screen.getByRole('checkbox', { name: 'Seal' })).toHaveProperty('checked', true));
  image.release();
  await screen.findByRole('checkbox', { name: 'Image' });
  expect(field().value).toBe('Hash');
  await user.type(field(), '{Enter}');
  await screen.findByRole('checkbox', { name: 'Hash' });
  expect(field().value).toBe('');
  expect(screen.getAllByRole<HTMLInputElement>('checkbox').map((one) => one.checked)).toEqual([true, false, false]);
});

/** Notes, comments and task fields that are half written stay, and are sent once. */
import { useQuery } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { taskQuery } from '@/features/coordination/tasks/queries';
import { BriefingSection } from '@/features/coordination/briefing/BriefingSection';
import { CommentsPanel } from '@/features/coordination/tasks/detail/CommentsPanel';
import { problem } from '../support/api';
import { renderPart, renderRoute } from '../support/screen';
import { task } from '../support/tasks';
import { JIT, NOW, TEAM } from '../support/team';

it('a note stays when the notes are closed, and when another beginning of the summary fails to load', async () => {
  const { user } = await renderPart(<BriefingSection />, (api) => {
    const quiet = { since: null, marked_at: NOW, head: 7, notes: [], happened: [], moved: [], near: [] };
    api.on('GET', `${TEAM}/briefing`, ({ query }) =>
      query.get('since') === 'workday' ? problem(404, 'not-found') : quiet,
    );
  });
  const toggle = await screen.findByRole('button', { name: /Catch-up summary/ });
  const text = () => screen.getByLabelText<HTMLTextAreaElement>(/^Note/).value;
  await user.click(toggle);
  await user.click(await screen.findByRole('button', { name: 'Write shift note' }));
  await user.type(await screen.findByRole('textbox', { name: /^Note/ }), 'Berth nine');
  await user.click(toggle);
  expect(toggle.getAttribute('aria-expanded')).toBe('false');
  await user.click(toggle);
  expect(text()).toBe('Berth nine');
  await user.click(screen.getByText('Since the end of our working day'));
  await screen.findByRole('alert');
  expect(text()).toBe('Berth nine');
  await user.click(screen.getByText('Since I last read it'));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(text()).toBe('Berth nine');
});

function Comments() {
  const { data } = useQuery(taskQuery(JIT, 'task-1'));
  return data ? <CommentsPanel task={data} /> : null;
}

it('a comment is sent once, and words that are typed before its answer stay', async () => {
  const said: string[] = [];
  const { api, user } = await renderPart(<Comments />, (fake) => {
    fake.on('GET', `${TEAM}/tasks/task-1`, () => task());
    fake.on('GET', `${TEAM}/tasks/task-1/comments`, () => ({
      items: said.map((text, at) => ({ id: `comment-${String(at)}`, seat: 'NL-01', at: NOW, text, erased: {} })),
      next: null,
    }));
    fake.on('POST', `${TEAM}/tasks/task-1/comments`, ({ body }) => {
      said.push((body as { text: string }).text);
      return {};
    });
  });
  const held = api.hold('POST', `${TEAM}/tasks/task-1/comments`);
  const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'New comment' });
  await user.type(box, 'Half of it is read.{Control>}{Enter}{/Control}');
  await held.arrived;
  await user.type(box, '{Control>}{Enter}{/Control} And the telephone.');
  held.release();
  await waitFor(() => expect(box.value).toBe('And the telephone.'));
  expect(said).toEqual(['Half of it is read.']);
  expect(api.of('POST', `${TEAM}/tasks/task-1/comments`)).toHaveLength(1);
});

it('the fields of one task are not offered for another', async () => {
  const { user, back } = await renderRoute(`/jits/${JIT}/tasks/task-1`, (api) => {
    const reference = { id: 'task-2', number: 'T-2', title: 'Seal the stick', state: 'open', due_at: null };
    api.on('GET', `${TEAM}/tasks/task-1`, () => task({ waits_for: [reference] }));
    api.on('GET', `${TEAM}/tasks/task-2`, () => task(reference));
  });
  const change = async () => user.click(await screen.findByRole('button', { name: 'Edit task' }));
  const title = async () =>
    (
      await within(await screen.findByRole('dialog')).findByRole<HTMLInputElement>('textbox', {
        name: /Title/,
      })
    ).value;
  await user.click(await screen.findByRole('link', { name: /Seal the stick/ }));
  await screen.findByRole('heading', { name: 'Seal the stick' });
  await change();
  expect(await title()).toBe('Seal the stick');
  back();
  await screen.findByRole('heading', { name: 'Read the stick' });
  expect(screen.queryByRole('dialog')).toBeNull();
  await change();
  expect(await title()).toBe('Read the stick');
});

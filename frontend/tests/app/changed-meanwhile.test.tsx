/** A colleague changes what the user is changing. The user sees the other version, and neither change is overwritten unseen. */
import { useQuery } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { operationQuery } from '@/features/coordination/action-days/queries/operations';
import { exhibitQuery } from '@/api/queries';
import { taskQuery } from '@/features/coordination/tasks/queries';
import { EvaluateDialog } from '@/features/evidence/exhibit/EvaluateDialog';
import { MediaPanel } from '@/features/coordination/action-days/aftermath/MediaPanel';
import { OperationDrawer } from '@/features/coordination/action-days/list/OperationDrawer';
import { TaskDrawer } from '@/features/coordination/tasks/form/TaskDrawer';
import { problem, type FakeApi, type Sent } from '../support/api';
import { day, DAY, mediaLine } from '../support/days';
import { exhibit } from '../support/exhibits';
import { fill, renderPart, type Screen } from '../support/screen';
import { task } from '../support/tasks';
import { JIT, TEAM } from '../support/team';

const CHANGED = 'Another user changed the exhibit. Reload it.'; // the server's sentence

type Kept = Record<string, unknown>;

/** Keeps one resource as the server does: a write that names another version is refused. `change` is a colleague's. */
function keep(read: string, [method, write]: [string, string], first: Kept) {
  let now = first;
  const change = (more: Kept) => {
    now = { ...now, ...more, version: Number(now['version']) + 1 };
  };
  const answer = (api: FakeApi) => {
    api.on('GET', read, () => now);
    api.on(method, write, ({ headers, body }: Sent) => {
      if (headers.get('If-Match') !== `"${String(now['version'])}"`) return problem(412, 'stale', { detail: CHANGED });
      change(body as Kept);
      return now;
    });
  };
  return { change, answer, now: () => now };
}

/** Read anew, as the page does when the live channel tells of a change. `version`: the one that is then on the screen. */
async function refresh({ queries }: Screen, version: number): Promise<void> {
  await queries.invalidateQueries();
  await screen.findByText(`version ${String(version)}`);
}

const save = () => screen.getByRole('button', { name: 'Save' });

describe('a form whose subject a colleague changed', () => {
  it('of an action day sends only what the user changed, after the new hour was shown', async () => {
    const done = vi.fn();
    function Part() {
      const { data } = useQuery(operationQuery(JIT, 'day-1'));
      return data ? (
        <>
          version {data.version}
          <OperationDrawer day={data} onClose={() => undefined} onDone={done} />
        </>
      ) : null;
    }
    const server = keep(DAY, ['PATCH', DAY], day({ state: 'draft' }));
    const page = await renderPart(<Part />, server.answer);
    const { api, user } = page;
    const title = await screen.findByRole<HTMLInputElement>('textbox', { name: /^Name/ });
    await fill(page, title, ', corrected');
    server.change({ h_at: '2031-06-01T03:00:00Z' });
    await refresh(page, 2);
    await user.click(save());
    await screen.findByText('Someone else changed it meanwhile');
    expect(title.value).toBe('Lantern out, corrected');
    expect(done).not.toHaveBeenCalled();
    await user.click(save());
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(api.of('PATCH', DAY).at(-1)?.body).toEqual({ title: 'Lantern out, corrected', parties: [] });
    expect(server.now()).toMatchObject({ title: 'Lantern out, corrected', h_at: '2031-06-01T03:00:00Z' });
  });

  it('of a task takes over the field that only the colleague changed, and says what it was', async () => {
    const done = vi.fn();
    function Part() {
      const { data } = useQuery(taskQuery(JIT, 'task-1'));
      return data ? (
        <>
          version {data.version}
          <TaskDrawer task={data} onClose={() => undefined} onDone={done} />
        </>
      ) : null;
    }
    const server = keep(`${TEAM}/tasks/task-1`, ['PATCH', `${TEAM}/tasks/task-1`], task());
    const page = await renderPart(<Part />, server.answer);
    const { api, user } = page;
    await fill(page, await screen.findByRole('textbox', { name: 'Details' }), 'Two entries, one exit.');
    server.change({ priority: 'urgent' });
    await refresh(page, 2);
    await user.click(save());
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Urgent' }).checked).toBe(true));
    screen.getByText(/became “Urgent”/);
    expect(screen.queryByText(/Changed meanwhile: “Urgent”/)).toBeNull();
    await user.click(save());
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(api.of('PATCH', `${TEAM}/tasks/task-1`).at(-1)?.body).toEqual({ details: 'Two entries, one exit.' });
    expect(server.now()).toMatchObject({ priority: 'urgent', details: 'Two entries, one exit.' });
  });

  it('of a press statement shows the other text beside the draft before the draft replaces it', async () => {
    function Part() {
      const { data } = useQuery(operationQuery(JIT, 'day-1'));
      return data ? <MediaPanel day={data} /> : null;
    }
    const server = keep(`${DAY}/media-line`, ['PUT', `${DAY}/media-line`], mediaLine());
    const page = await renderPart(<Part />, (api) => {
      server.answer(api.on('GET', DAY, () => day()));
    });
    const { user, queries } = page;
    await user.click(await screen.findByRole('button', { name: 'Write press statement' }));
    const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' });
    await fill(page, box, 'Two people were arrested.');
    server.change({ text: 'One was arrested.', embargo_at: '2031-06-01T10:00:00Z', embargo_zone: 'Europe/Amsterdam' });
    await queries.invalidateQueries();
    await screen.findByText('Someone else changed the press statement meanwhile');
    screen.getByText('One was arrested.');
    expect(box.value).toBe('Two people were arrested.');
    await user.click(save());
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Text' })).toBeNull());
    expect(server.now()['text']).toBe('Two people were arrested.');
  });

  it('of an evaluation is refused, and the evaluation of the colleague stays', async () => {
    function Part() {
      const { data } = useQuery(exhibitQuery(JIT, 'exhibit-1'));
      return data ? (
        <>
          version {data.version}
          <EvaluateDialog exhibit={data} onClose={() => undefined} />
        </>
      ) : null;
    }
    const path = `${TEAM}/evidence/exhibit-1`;
    const server = keep(path, ['POST', `${path}/evaluation`], exhibit());
    const page = await renderPart(<Part />, server.answer);
    await fill(page, await screen.findByRole('textbox', { name: /Reason for the reassessment/ }), 'As it was');
    server.change({ evaluation: { source: 'B', information: '2', scheme: null, value: null } });
    await refresh(page, 2);
    await page.user.click(screen.getByRole('button', { name: 'Save assessment' }));
    await screen.findByText(CHANGED);
    expect(server.now()).toMatchObject({ version: 2, evaluation: { source: 'B' } });
  });
});

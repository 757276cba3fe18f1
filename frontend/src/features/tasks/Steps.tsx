/** The steps that this seat may take now, as the server lists them. A step that needs a reason asks for it. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { Problem } from '@/api/problem';
import { change, taskQuery } from '@/api/tasks';
import { useTeam } from '@/api/team';
import type { TaskState, TaskView } from '@/api/views';
import { ReasonDialog } from '@/components/ReasonDialog';
import { useProblemWords } from '@/components/useProblemWords';

/** The step that leads on: first, and the one that stands out. */
const ONWARDS: Partial<Record<TaskState, TaskState>> = { open: 'in_progress', in_progress: 'done', blocked: 'in_progress' };

/** What a step is called depends on where it comes from: a task that is done is opened again, a new one is handed back. */
function wordOf(former: TaskState, state: TaskState) {
  if (state === 'in_progress') return former === 'open' ? 'taskStep/start' : 'taskStep/resume';
  if (state === 'open') return former === 'in_progress' ? 'taskStep/pause' : 'taskStep/reopen';
  return state === 'blocked' ? 'taskStep/block' : state === 'done' ? 'taskStep/finish' : 'taskStep/cancel';
}

export function Steps({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const words = useProblemWords();
  const [asking, setAsking] = useState<TaskState | null>(null);
  const move = (state: TaskState, reason?: string) => change(jit.id, task, { state, ...(reason ? { reason } : {}) });
  const refresh = () => { for (const queryKey of [keys.tasks(jit.id), keys.task(jit.id, task.id), keys.history(jit.id, task.id)]) void queries.invalidateQueries({ queryKey }); };
  const run = useMutation({
    mutationFn: (state: TaskState) => move(state),
    onSuccess: (now) => {
      queries.setQueryData(taskQuery(jit.id, now.id).queryKey, now);
      refresh();
    },
    onError: (error) => {
      // Somebody moved it first: the page shows how it stands now, and the step is offered anew or not.
      if (error instanceof Problem && error.status === 412) refresh();
      notifications.show({ color: 'red', title: t('problem/title'), message: words(error) });
    },
  });
  return (
    <>
      {task.may.steps.toSorted((one, other) => Number(other.state === ONWARDS[task.state]) - Number(one.state === ONWARDS[task.state])).map(({ state, needs_reason: needs }) => (
        <Button key={state} variant={state === ONWARDS[task.state] ? 'filled' : 'default'} loading={run.isPending && run.variables === state} onClick={() => { if (needs) setAsking(state); else run.mutate(state); }}>{t(wordOf(task.state, state))}</Button>
      ))}
      {asking ? <ReasonDialog title={t('tasks/stepTitle', { number: task.number })} help={t('tasks/stepHelp', { state: t(`taskState/${asking}`) })} reasonLabel={t('common/reason')} action={t(wordOf(task.state, asking))} danger={asking === 'cancelled'} onClose={() => setAsking(null)} act={(reason) => move(asking, reason)} onDone={() => { setAsking(null); refresh(); }} /> : null}
    </>
  );
}

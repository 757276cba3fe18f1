/** My tasks in a team, as far as they are open: how many, and which are over their time. */
import { useQuery } from '@tanstack/react-query';
import { myTasksQuery } from '@/api/queries';
import { proposedTasksQuery } from '@/features/coordination/tasks/queries';
import type { TaskView } from '@/api/views';

export type Mine = { tasks: TaskView[]; overdue: number; more: boolean };

export function useMyTasks(jit: string, enabled: boolean): Mine {
  const { data } = useQuery({ ...myTasksQuery(jit), enabled });
  const tasks = data?.items ?? [];
  const now = Date.now();
  return {
    tasks,
    overdue: tasks.filter(({ due_at: due }) => due !== null && Date.parse(due) < now).length,
    more: Boolean(data?.next),
  };
}

/** What was proposed to me or my party and waits for a yes or no, and what was declined and waits for another seat. */
export function useProposed(jit: string, enabled: boolean): TaskView[] {
  const { data } = useQuery({ ...proposedTasksQuery(jit), enabled });
  return (data?.items ?? []).filter((task) =>
    task.state === 'proposed' ? task.may.steps.some(({ state }) => state === 'open') : task.may.edit,
  );
}

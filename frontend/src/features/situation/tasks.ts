/** My tasks in a team, as far as they are open: how many, and which are over their time. */
import { useQuery } from '@tanstack/react-query';
import { myTasksQuery } from '@/api/queries';
import type { TaskView } from '@/api/views';

export type Mine = { tasks: TaskView[]; overdue: number; more: boolean };

export function useMyTasks(jit: string, enabled: boolean): Mine {
  const { data } = useQuery({ ...myTasksQuery(jit), enabled });
  const tasks = data?.items ?? [];
  const now = Date.now();
  return { tasks, overdue: tasks.filter(({ due_at: due }) => due !== null && Date.parse(due) < now).length, more: Boolean(data?.next) };
}

/** A link to a task of which only the id is known. Number and title are loaded if the member may see it. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { keys } from '@/api/queries';
import { taskQuery } from '@/features/coordination/tasks/queries';
import { useTeam } from '@/api/team';
import type { TaskView } from '@/api/views';

export function TaskLink({ id }: { id: string }) {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  // Data of loaded lists is used before the server is asked for a single task.
  const listed = useQueryClient()
    .getQueriesData<{ pages?: { items: TaskView[] }[] }>({ queryKey: keys.tasks(jit.id) })
    .flatMap(([, held]) => held?.pages?.flatMap(({ items }) => items) ?? [])
    .find((one) => one.id === id);
  const { data, error } = useQuery({
    ...taskQuery(jit.id, id),
    enabled: may('tasks:read'),
    staleTime: 60_000,
    retry: false,
    ...(listed ? { placeholderData: listed } : {}),
  });
  const gone = error instanceof Problem && error.status === 404;
  if (!data || gone) return <span className="dim">{t(gone ? 'tasks/gone' : 'tasks/unnamed')}</span>;
  return (
    <Link to="/jits/$jit/tasks/$task" params={{ jit: jit.id, task: id }} className="exhibit-link" title={data.title}>
      <span className="mono">{data.number}</span> <span>{data.title}</span>
    </Link>
  );
}

/** The tasks of a legal request and of its items that the member sees, and the form for a new one. */
import { Button, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listTasksOptions } from '@/api/generated/@tanstack/react-query.gen';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { TaskTitles } from '@/components/tasks/TaskTitles';
import { TaskDrawer } from '@/features/coordination/tasks/form/TaskDrawer';
import type { RequestItemView, RequestView } from '@/features/requests/request/queries';
import classes from '@/app/pages/Pages.module.css';

/** The tasks of the request and of its items, asked for once. */
function useTasksOf(request: string) {
  const { jit, may } = useTeam();
  return useQuery({
    ...listTasksOptions({ path: { jit: jit.id }, query: { request, limit: 100 } }),
    enabled: may('tasks:read'),
  });
}

type MakeProps = { title: string; label?: string; requests?: string[]; requestItems?: string[] };

/** A button with the drawer that it opens, for members who may assign tasks. `title`: proposed for the task. */
function MakeTask({ title, label, ...of }: MakeProps) {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const queries = useQueryClient();
  const [tasking, setTasking] = useState(false);
  if (!may('tasks:assign') || jit.state !== 'operational') return null;
  const done = () => {
    setTasking(false);
    void queries.invalidateQueries({ queryKey: keys.tasks(jit.id) });
  };
  return (
    <>
      <Button
        variant="default"
        size={label ? 'compact-xs' : 'compact-sm'}
        aria-label={label}
        onClick={() => setTasking(true)}
      >
        {t('matters/make')}
      </Button>
      {tasking ? <TaskDrawer {...of} given={{ title }} onClose={() => setTasking(false)} onDone={done} /> : null}
    </>
  );
}

export function RequestTasks({ request, title }: { request: string; title: string }) {
  const { t } = useTranslation();
  const { may } = useTeam();
  const tasks = useTasksOf(request);
  if (!may('tasks:read')) return null;
  return (
    <div className={classes['pad']}>
      <Panel title={t('matters/tasks')} aside={<MakeTask title={title} requests={[request]} />}>
        {tasks.isError ? <ProblemNotice error={tasks.error} onRetry={() => void tasks.refetch()} /> : null}
        {tasks.data?.items.length === 0 ? <Text size="sm">{t('matters/ofThisRequest')}</Text> : null}
        <TaskTitles tasks={tasks.data?.items ?? []} />
      </Panel>
    </div>
  );
}

/** The tasks of one item, beside it. The panel of the request shows an error of the same query. */
export function ItemTasks({ request, item }: { request: RequestView; item: RequestItemView }) {
  const { t } = useTranslation();
  const { may } = useTeam();
  const { data } = useTasksOf(request.id);
  if (!may('tasks:read')) return null;
  const { id, place } = item;
  return (
    <>
      <TaskTitles
        label={t('matters/tasksOf', { place })}
        tasks={(data?.items ?? []).filter((task) => task.request_items.some((one) => one.id === id))}
      />
      <MakeTask
        label={t('matters/makeOf', { place })}
        title={t('matters/item', { place, number: request.number })}
        requestItems={[id]}
      />
    </>
  );
}

/** The tasks of a legal request that the member sees, and the task that somebody makes of it. */
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
import classes from '@/app/pages/Pages.module.css';

export function RequestTasks({ request, title }: { request: string; title: string }) {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const queries = useQueryClient();
  const [tasking, setTasking] = useState(false);
  const tasks = useQuery({
    ...listTasksOptions({ path: { jit: jit.id }, query: { request, limit: 100 } }),
    enabled: may('tasks:read'),
  });
  if (!may('tasks:read')) return null;
  const done = () => {
    setTasking(false);
    void queries.invalidateQueries({ queryKey: keys.tasks(jit.id) });
  };
  return (
    <div className={classes['pad']}>
      <Panel
        title={t('matters/tasks')}
        aside={
          may('tasks:assign') && jit.state === 'operational' ? (
            <Button variant="default" size="compact-sm" onClick={() => setTasking(true)}>
              {t('matters/make')}
            </Button>
          ) : null
        }
      >
        {tasks.isError ? <ProblemNotice error={tasks.error} onRetry={() => void tasks.refetch()} /> : null}
        {tasks.data?.items.length === 0 ? <Text size="sm">{t('matters/ofThisRequest')}</Text> : null}
        <TaskTitles tasks={tasks.data?.items ?? []} />
      </Panel>
      {tasking ? (
        <TaskDrawer requests={[request]} given={{ title }} onClose={() => setTasking(false)} onDone={done} />
      ) : null}
    </div>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { relink, taskQuery } from '@/features/coordination/tasks/queries';
import { useTeam } from '@/api/team';
import type { TaskView } from '@/api/views';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { LinkList } from './LinkList';
import classes from '@/features/coordination/tasks/Tasks.module.css';

export function LinksPanel({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const run = useMutation({
    mutationFn: (body: { link?: string[]; unlink?: string[] }) => relink(jit.id, task.id, body),
    onSuccess: (now) => {
      queries.setQueryData(taskQuery(jit.id, now.id).queryKey, now);
      for (const queryKey of [keys.tasks(jit.id), keys.history(jit.id, now.id)])
        void queries.invalidateQueries({ queryKey });
    },
  });
  return (
    <Panel title={t('tasks/linked')}>
      {task.evidence.length === 0 ? <p className={classes['none']}>{t('tasks/noLinks')}</p> : null}
      <LinkList
        links={task.evidence}
        {...(task.may.link
          ? {
              onLink: (id: string) => run.mutate({ link: [id] }),
              onUnlink: (id: string) => run.mutate({ unlink: [id] }),
            }
          : {})}
      />
      <ProblemNotice error={run.error} />
    </Panel>
  );
}

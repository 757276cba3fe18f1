/** One task. */
import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { taskQuery } from '@/features/coordination/tasks/queries';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { TaskDetail } from '@/features/coordination/tasks/detail/TaskDetail';
import { TaskDrawer } from '@/features/coordination/tasks/form/TaskDrawer';
import { Missing } from '@/app/Fallbacks';
import classes from '@/app/pages/Pages.module.css';

export function TaskPage() {
  const { t } = useTranslation();
  const { jit, task: id } = useParams({ from: '/jits/$jit/tasks/$task' });
  const { data: task, error, refetch } = useQuery(taskQuery(jit, id));
  // Which one: from one task to another this screen stays, and what is filled in for the one is not for the other.
  const [editing, setEditing] = useState<string | null>(null);
  const close = () => setEditing(null);
  // Handed over to another party while one looked: what was shown leaves the screen.
  if (error instanceof Problem && error.status === 404) return <Missing />;
  if (!task) {
    return error ? (
      <div className={classes['pad']}>
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </div>
    ) : (
      <Stack p="md" role="status" aria-label={t('common/loading')}>
        <Skeleton height={24} width="60%" />
        <Skeleton height={180} />
      </Stack>
    );
  }
  return (
    <>
      <TaskDetail key={task.id} task={task} onEdit={() => setEditing(task.id)} />
      {editing === task.id ? <TaskDrawer task={task} onClose={close} onDone={close} /> : null}
    </>
  );
}

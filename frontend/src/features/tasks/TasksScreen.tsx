/** Who does what by when: the tasks that this seat may see, by deadline. */
import { Button, Kbd, Skeleton } from '@mantine/core';
import { useHotkeys, useInterval } from '@mantine/hooks';
import { IconChecklist, IconPlus, IconSearchOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { tasksQuery, type TaskFilters } from '@/api/tasks';
import { useTeam } from '@/api/team';
import { EmptyState } from '@/components/EmptyState';
import { ProblemNotice } from '@/components/ProblemNotice';
import { grouped } from './due';
import { TaskFilterBar } from './TaskFilterBar';
import { TaskRow } from './TaskRow';
import { useTaskKeys } from './useTaskKeys';
import classes from './Tasks.module.css';

type Props = { filters: TaskFilters; onFilters: (filters: TaskFilters) => void; onAssign: () => void; aside?: ReactNode };

export function TasksScreen({ filters, onFilters, onAssign, aside }: Props) {
  const { t } = useTranslation();
  const { jit, zone, may } = useTeam();
  const mayAssign = may('tasks:assign');
  const [now, setNow] = useState(() => Date.now());
  useInterval(() => setNow(Date.now()), 30_000, { autoInvoke: true });
  useHotkeys(mayAssign ? [['n', onAssign]] : []);
  const keys = useTaskKeys();
  const active = useInfiniteQuery(tasksQuery(jit.id, filters, false));
  const over = useInfiniteQuery({ ...tasksQuery(jit.id, filters, true), enabled: filters.closed ?? false });
  const parts = filters.closed ? [active, over] : [active];
  const groups = grouped(parts.flatMap(({ data }) => data?.pages.flatMap(({ items }) => items) ?? []), now, zone);
  const filtered = Object.keys(filters).length > 0;
  const button = <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={onAssign}>{t('tasks/assign')}</Button>;
  return (
    <div className={classes['screen']}>
      <TaskFilterBar filters={filters} onChange={onFilters}>{aside}{mayAssign ? button : null}</TaskFilterBar>
      {parts.map((part, index) => (part.isError ? <div key={index} className={classes['pad']}><ProblemNotice error={part.error} onRetry={() => void part.refetch()} /></div> : null))}
      {active.isPending ? <div className={classes['pad']} role="status" aria-label={t('common/loading')}><Skeleton height={160} /></div> : null}
      <div onKeyDown={keys} role="presentation">
        {groups.map(([group, tasks]) => (
          <section key={group} className={classes['group']} aria-labelledby={`tasks-${group}`}>
            <h2 id={`tasks-${group}`} className={classes['heading']} data-group={group}>{t(`tasks/${group}`)} <span className="dim">{tasks.length}</span></h2>
            <ul className={classes['list']}>{tasks.map((task) => <TaskRow key={task.id} task={task} late={group === 'overdue'} />)}</ul>
          </section>
        ))}
      </div>
      {parts.map((part, index) => (part.hasNextPage ? <div key={index} className={classes['pad']}><Button variant="default" size="xs" loading={part.isFetchingNextPage} onClick={() => void part.fetchNextPage()}>{t(index === 0 ? 'common/more' : 'tasks/moreClosed')}</Button></div> : null))}
      {parts.every(({ isSuccess }) => isSuccess) && groups.length === 0 ? (
        filtered ? (
          <EmptyState icon={IconSearchOff} title={t('tasks/nothing')} help={t('tasks/nothingHelp')}><Button variant="default" onClick={() => onFilters({})}>{t('evidence/clear')}</Button></EmptyState>
        ) : (
          <EmptyState icon={IconChecklist} title={t('tasks/empty')} help={t(mayAssign ? 'tasks/emptyHelp' : 'tasks/emptyReader')}>{mayAssign ? <span>{button} <Kbd size="xs" aria-hidden>n</Kbd></span> : null}</EmptyState>
        )
      ) : null}
    </div>
  );
}

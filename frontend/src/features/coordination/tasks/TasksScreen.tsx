/** The tasks that the user may see, by deadline. */
import { Button, Kbd, Skeleton } from '@mantine/core';
import { useHotkeys, useInterval } from '@mantine/hooks';
import { IconChecklist, IconPlus, IconSearchOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { tasksQuery, type TaskSearch } from './queries';
import { useTeam } from '@/api/team';
import { EmptyState } from '@/components/layout/EmptyState';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { compact } from '@/lib/compact';
import { Board } from './board/Board';
import { grouped, isLate } from './due';
import { TaskFilterBar } from './TaskFilterBar';
import { TaskGroups } from './TaskGroups';
import classes from './Tasks.module.css';

type Props = { filters: TaskSearch; onFilters: (filters: TaskSearch) => void; onAssign: () => void; aside?: ReactNode };

export function TasksScreen({ filters, onFilters, onAssign, aside }: Props) {
  const { t } = useTranslation();
  const { jit, zone, may } = useTeam();
  const mayAssign = may('tasks:assign');
  const [now, setNow] = useState(() => Date.now());
  useInterval(() => setNow(Date.now()), 30_000, { autoInvoke: true });
  useHotkeys(mayAssign ? [['n', onAssign]] : []);
  const { view } = filters;
  const active = useInfiniteQuery(tasksQuery(jit.id, filters, false));
  // A board has a column for what is done: there the newest of it are shown unasked.
  const closed = filters.closed ?? view === 'board';
  const over = useInfiniteQuery({ ...tasksQuery(jit.id, filters, true), enabled: closed });
  const parts = closed ? [active, over] : [active];
  const tasks = parts.flatMap(({ data }) => data?.pages.flatMap(({ items }) => items) ?? []);
  const filtered = Object.keys(compact({ ...filters, view: undefined })).length > 0;
  const clear = () => onFilters(compact({ view }));
  const button = (
    <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={onAssign}>
      {t('tasks/assign')}
    </Button>
  );
  return (
    <div className={classes['screen']}>
      <TaskFilterBar filters={filters} onChange={onFilters}>
        {aside}
        {mayAssign ? button : null}
      </TaskFilterBar>
      {parts.map((part, index) =>
        part.isError ? (
          <div key={index} className={classes['pad']}>
            <ProblemNotice error={part.error} onRetry={() => void part.refetch()} />
          </div>
        ) : null,
      )}
      {active.isPending ? (
        <div className={classes['pad']} role="status" aria-label={t('common/loading')}>
          <Skeleton height={160} />
        </div>
      ) : null}
      {view === 'board' && tasks.length > 0 ? <Board tasks={tasks} late={(task) => isLate(task, now)} /> : null}
      {view === undefined ? <TaskGroups groups={grouped(tasks, now, zone)} /> : null}
      {parts.map((part, index) =>
        part.hasNextPage ? (
          <div key={index} className={classes['pad']}>
            <Button
              variant="default"
              size="xs"
              loading={part.isFetchingNextPage}
              onClick={() => void part.fetchNextPage()}
            >
              {t(index === 0 ? 'common/more' : 'tasks/moreClosed')}
            </Button>
          </div>
        ) : null,
      )}
      {parts.every(({ isSuccess }) => isSuccess) && tasks.length === 0 ? (
        filtered ? (
          <EmptyState icon={IconSearchOff} title={t('tasks/nothing')} help={t('tasks/nothingHelp')}>
            <Button variant="default" onClick={clear}>
              {t('evidence/clear')}
            </Button>
          </EmptyState>
        ) : (
          <EmptyState
            icon={IconChecklist}
            title={t('tasks/empty')}
            help={t(mayAssign ? 'tasks/emptyHelp' : 'tasks/emptyReader')}
          >
            {mayAssign ? (
              <span>
                {button}{' '}
                <Kbd size="xs" aria-hidden>
                  n
                </Kbd>
              </span>
            ) : null}
          </EmptyState>
        )
      ) : null}
    </div>
  );
}

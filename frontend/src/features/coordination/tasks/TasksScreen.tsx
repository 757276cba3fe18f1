/** The tasks that the user may see, by deadline. */
import { Button, Kbd, Skeleton } from '@mantine/core';
import { useHotkeys, useInterval } from '@mantine/hooks';
import { IconChecklist, IconPlus, IconSearchOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { tasksQuery, type TaskSearch } from './queries';
import { useTeam } from '@/api/team';
import { MoreButton } from '@/components/layout/PagedRows';
import { EmptyState } from '@/components/layout/EmptyState';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { compact } from '@/lib/compact';
import { Board } from './board/Board';
import { grouped, isLate } from './due';
import { ManyTasksBar } from './many/ManyTasksBar';
import { useTaskSelection } from './many/useTaskSelection';
import { TaskFilterBar } from './TaskFilterBar';
import { TaskGroups } from './TaskGroups';
import classes from './Tasks.module.css';

const ManyTasksDialog = lazy(async () => ({ default: (await import('./many/ManyTasksDialog')).ManyTasksDialog }));

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
  const groups = grouped(tasks, now, zone);
  const selection = useTaskSelection(groups.flatMap(([, some]) => some));
  const [changing, setChanging] = useState(false);
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
      {view === undefined && selection.tasks.length > 0 ? (
        <ManyTasksBar
          count={selection.tasks.length}
          onChange={() => setChanging(true)}
          onAll={selection.all}
          onClear={selection.clear}
        />
      ) : null}
      {changing ? (
        <Suspense fallback={null}>
          <ManyTasksDialog
            tasks={selection.tasks}
            onKeep={selection.keep}
            onClose={() => setChanging(false)}
            onDone={() => {
              setChanging(false);
              selection.clear();
            }}
          />
        </Suspense>
      ) : null}
      {view === undefined ? <TaskGroups groups={groups} selection={selection} /> : null}
      {parts.map((part, index) =>
        part.hasNextPage ? (
          <div key={index} className={classes['pad']}>
            <MoreButton list={part} size="xs" label={t(index === 0 ? 'common/more' : 'tasks/moreClosed')} />
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

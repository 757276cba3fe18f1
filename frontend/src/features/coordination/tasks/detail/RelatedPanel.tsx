/** The visible dependencies of a task in both directions, and its repetition. */
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { depend, taskQuery } from '@/features/coordination/tasks/queries';
import { useTeam } from '@/api/team';
import type { TaskRefView, TaskView } from '@/api/views';
import { Panel } from '@/components/layout/Panel';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import { dueTooEarly, dueTooLate } from '@/features/coordination/tasks/steps';
import { StateMark } from '@/features/coordination/tasks/StateMark';
import { TaskPicker } from '@/features/coordination/tasks/form/TaskPicker';
import classes from '@/features/coordination/tasks/Tasks.module.css';

export function RelatedPanel({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const run = useMutation({
    mutationFn: (body: { add?: string[]; remove?: string[] }) => depend(jit.id, task.id, body),
    onSuccess: (now) => {
      queries.setQueryData(taskQuery(jit.id, now.id).queryKey, now);
      for (const queryKey of [keys.tasks(jit.id), keys.anyTask(jit.id), keys.history(jit.id, now.id)])
        void queries.invalidateQueries({ queryKey });
    },
  });
  const groups = [
    ['taskParts/waitsFor', task.waits_for],
    ['taskParts/heldUp', task.held_up],
    ['repeat/before', task.predecessor ? [task.predecessor] : []],
    ['repeat/next', task.successor ? [task.successor] : []],
  ] as const;
  if (!task.may.depend && groups.every(([, found]) => found.length === 0)) return null;
  const known = [task.id, ...task.waits_for.map(({ id }) => id)];
  const [late, early] = [dueTooLate(task), dueTooEarly(task)];
  const numbers = (found: TaskRefView[]) => found.map(({ number }) => number).join(', ');
  return (
    <Panel title={t('taskParts/related')}>
      {late.length > 0 ? <Notice tone="warn">{t('taskParts/dueTooLate', { numbers: numbers(late) })}</Notice> : null}
      {early.length > 0 ? <Notice tone="warn">{t('taskParts/dueTooEarly', { numbers: numbers(early) })}</Notice> : null}
      {groups
        .filter(([, found]) => found.length > 0)
        .map(([word, found]) => (
          <section key={word} className={classes['related']}>
            <h3 className={classes['small']}>{t(word)}</h3>
            <ul className={classes['list']}>
              {found.map((one) => (
                <Ref key={one.id} one={one}>
                  {word === 'taskParts/waitsFor' && task.may.depend ? (
                    <ActionIcon
                      size="sm"
                      variant="subtle"
                      color="gray"
                      aria-label={t('taskParts/waitNoMore', { number: one.number })}
                      onClick={() => run.mutate({ remove: [one.id] })}
                    >
                      <IconX size={14} />
                    </ActionIcon>
                  ) : null}
                </Ref>
              ))}
            </ul>
          </section>
        ))}
      {task.may.depend ? (
        <TaskPicker
          key={task.waits_for.length}
          label={t('taskParts/wait')}
          placeholder={t('taskParts/waitHelp')}
          without={known}
          onChoose={(id) => run.mutate({ add: [id] })}
        />
      ) : null}
      <ProblemNotice error={run.error} />
    </Panel>
  );
}

function Ref({ one, children }: { one: TaskRefView; children: ReactNode }) {
  const { jit } = useTeam();
  return (
    <li className={classes['linked']}>
      <Link to="/jits/$jit/tasks/$task" params={{ jit: jit.id, task: one.id }} className="exhibit-link">
        <span className="mono">{one.number}</span> {one.title}
      </Link>
      <span className={classes['refState']}>
        {one.due_at ? (
          <span className="dim">
            <When at={one.due_at} form="column" />
          </span>
        ) : null}
        <StateMark state={one.state} />
        {children}
      </span>
    </li>
  );
}

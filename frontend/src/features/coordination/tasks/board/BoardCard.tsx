import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowsMove } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { TaskState, TaskView } from '@/api/views';
import { PartyTag } from '@/components/text/PartyTag';
import { Assignees } from '@/features/coordination/tasks/Assignees';
import { StateMark } from '@/features/coordination/tasks/StateMark';
import { wordOf } from '@/features/coordination/tasks/steps';
import { TaskDue } from '@/features/coordination/tasks/TaskDue';
import { TaskMarks } from '@/features/coordination/tasks/TaskMarks';
import board from './Board.module.css';
import classes from '@/features/coordination/tasks/Tasks.module.css';

type Props = {
  task: TaskView;
  late: boolean;
  busy: boolean;
  onHold: (task: TaskView | null) => void;
  onMove: (to: TaskState) => void;
  neighbours: [TaskState | undefined, TaskState | undefined];
};

export function BoardCard({ task, late, busy, onHold, onMove, neighbours: [before, behind] }: Props) {
  const { t } = useTranslation();
  const { jit, seat, partyName } = useTeam();
  const may = task.may.steps.length > 0;
  const press = (event: KeyboardEvent) => {
    const to = event.key === 'ArrowLeft' ? before : event.key === 'ArrowRight' ? behind : undefined;
    if (!event.altKey || to === undefined) return;
    event.preventDefault();
    onMove(to);
  };
  return (
    <li
      className={board['card']}
      data-card={task.id}
      draggable={may}
      aria-busy={busy || undefined}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', task.number);
        onHold(task);
      }}
      onDragEnd={() => onHold(null)}
      onKeyDown={press}
    >
      <div className={board['top']}>
        <Link
          to="/jits/$jit/tasks/$task"
          params={{ jit: jit.id, task: task.id }}
          className={board['link']}
          draggable={false}
          data-task
        >
          {task.title} <span className={classes['number']}>{task.number}</span>
        </Link>
        {may ? (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={t('taskViews/move', { number: task.number })}
              >
                <IconArrowsMove size={14} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {task.may.steps.map(({ state }) => (
                <Menu.Item key={state} onClick={() => onMove(state)}>
                  {t(wordOf(task.state, state))} <span className="dim">→ {t(`taskState/${state}`)}</span>
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </div>
      {task.state === 'declined' || task.state === 'cancelled' ? <StateMark state={task.state} /> : null}
      {task.state_reason ? <div className={classes['why']}>{task.state_reason}</div> : null}
      <div className={board['marks']}>
        <TaskMarks task={task} />
      </div>
      <div className={board['foot']}>
        <span className={classes['who']}>
          <Assignees task={task} />{' '}
          <PartyTag
            name={partyName(task.assignee_party)}
            tone={task.assignee_party === seat.party ? 'origin' : 'plain'}
          />
        </span>
        <span className={classes['when']}>
          {late ? <span className={classes['late']}>{t('tasks/late')} </span> : null}
          <TaskDue task={task} late={late} />
        </span>
      </div>
    </li>
  );
}

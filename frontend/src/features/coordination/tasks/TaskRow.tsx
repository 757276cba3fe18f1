import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { TaskView } from '@/api/views';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { PartyTag } from '@/components/text/PartyTag';
import { Assignees } from './Assignees';
import { StateMark } from './StateMark';
import { Steps } from './Steps';
import { waitsForMe } from './steps';
import { TaskDue } from './TaskDue';
import { TaskMarks } from './TaskMarks';
import classes from './Tasks.module.css';

/** More linked exhibits than these are only counted in the list. */
const MOST_EXHIBITS = 2;

type Props = { task: TaskView; late: boolean; chosen: boolean; onChoose: (range: boolean) => void };

export function TaskRow({ task, late, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const { jit, seat, partyName } = useTeam();
  return (
    <li className={classes['row']} data-over={task.state === 'done' || task.state === 'cancelled' || undefined}>
      <span className={classes['pick']}>
        <Checkbox
          size="xs"
          aria-label={t('manyTasks/select', { number: task.number })}
          checked={chosen}
          onChange={(event) => onChoose(event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
        />
        <StateMark state={task.state} />
      </span>
      <span className={classes['what']}>
        <Link to="/jits/$jit/tasks/$task" params={{ jit: jit.id, task: task.id }} className={classes['link']} data-task>
          {task.title} <span className={classes['number']}>{task.number}</span>
        </Link>
        <TaskMarks task={task} />
        {(task.state === 'blocked' || task.state === 'declined') && task.state_reason ? (
          <span className={classes['why']}>{task.state_reason}</span>
        ) : null}
        {task.evidence.length > 0 ? (
          <span className={classes['exhibits']}>
            {task.evidence.slice(0, MOST_EXHIBITS).map((id) => (
              <ExhibitLink key={id} id={id} />
            ))}
            {task.evidence.length > MOST_EXHIBITS ? (
              <span className="dim">{t('tasks/moreExhibits', { count: task.evidence.length - MOST_EXHIBITS })}</span>
            ) : null}
          </span>
        ) : null}
        {waitsForMe(task) ? (
          <span className={classes['answer']}>
            <Steps task={task} small />
          </span>
        ) : null}
      </span>
      <span className={classes['who']}>
        <Assignees task={task} />
        <PartyTag
          name={partyName(task.assignee_party)}
          tone={task.assignee_party === seat.party ? 'origin' : 'plain'}
        />
      </span>
      <span className={classes['hangs']}>
        {task.comments_count > 0 ? t('tasks/said', { count: task.comments_count }) : ''}
      </span>
      <span className={classes['when']}>
        {late ? <span className={classes['late']}>{t('tasks/late')} </span> : null}
        <TaskDue task={task} late={late} />
      </span>
    </li>
  );
}

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

export function TaskRow({ task, late }: { task: TaskView; late: boolean }) {
  const { t } = useTranslation();
  const { jit, seat, partyName } = useTeam();
  return (
    <li className={classes['row']} data-over={task.state === 'done' || task.state === 'cancelled' || undefined}>
      <StateMark state={task.state} />
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

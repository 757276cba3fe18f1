import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { TaskView } from '@/api/views';
import { hint } from '@/components/hints/hint';
import { dayTime, shortClock } from '@/lib/time';
import { cityOf, wallClock } from '@/lib/zones';
import { otherZones } from './calendar';
import classes from './Calendar.module.css';

type Props = {
  day: string;
  name: string;
  short: string;
  tasks: TaskView[];
  now: number;
  today: boolean;
  beside: boolean;
};

export function CalendarDay({ day, name, short, tasks, now, today, beside }: Props) {
  const { t } = useTranslation();
  return (
    <li
      className={classes['day']}
      data-today={today || undefined}
      data-beside={beside || undefined}
      data-empty={tasks.length === 0 || undefined}
    >
      <span className={classes['date']} aria-label={today ? `${name}, ${t('taskViews/today')}` : name}>
        <span className={classes['number']}>{Number(day.slice(8))}</span>
        <span className={classes['short']}>{short}</span>
      </span>
      {tasks.length > 0 ? (
        <ul className={classes['tasks']}>
          {tasks.map((task) => (
            <Due key={task.id} task={task} day={day} now={now} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

function Due({ task, day, now }: { task: TaskView; day: string; now: number }) {
  const { t } = useTranslation();
  const { jit, zone, locale, partyName } = useTeam();
  const at = task.due_at ?? '';
  const moment = Date.parse(at);
  const over = task.state === 'done' || task.state === 'cancelled';
  const late = !over && moment < now;
  // Where it is another day there, the day is said too.
  const others = otherZones(task, zone).map(
    (one) =>
      `${wallClock(moment, one).slice(0, 10) === day ? shortClock(moment, one, locale) : dayTime(at, one, locale)} ${cityOf(one)}`,
  );
  return (
    <li className={classes['due']} data-late={late || undefined} data-over={over || undefined} data-state={task.state}>
      <time dateTime={at} className={classes['time']}>
        {shortClock(moment, zone, locale)}
        {others.length > 0 ? <span className={classes['other']}> · {others.join(' · ')}</span> : null}
      </time>
      {late ? <strong className={classes['late']}> {t('tasks/late')}</strong> : null}
      <Link
        to="/jits/$jit/tasks/$task"
        params={{ jit: jit.id, task: task.id }}
        className={classes['link']}
        data-task
        {...hint(`${task.number} ${task.title} · ${t(`taskState/${task.state}`)}`)}
      >
        {partyName(task.assignee_party)}
        {t('common/colon')}
        {task.title}
        {task.state === 'proposed' ? <span className="dim"> ({t('taskState/proposed')})</span> : null}
      </Link>
    </li>
  );
}

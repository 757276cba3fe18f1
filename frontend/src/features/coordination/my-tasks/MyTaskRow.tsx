import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import type { MyTaskView } from '@/api/views';
import { lazyHint } from '@/components/hints/hint';
import { dayTime, universalTime } from '@/lib/time';
import { cityOf, offsetAt } from '@/lib/zones';
import classes from './MyTasks.module.css';

export function MyTaskRow({ one: { jit, seat, task } }: { one: MyTaskView }) {
  const { t } = useTranslation();
  const { zone, locale } = useLocale();
  const at = task.due_at;
  const there = task.due_zone;
  const late = at !== null && Date.parse(at) < Date.now() && task.state !== 'proposed';
  return (
    <li className={classes['row']}>
      <span className={classes['team']}>
        {jit.name} <span className="dim mono">{seat}</span>
      </span>
      <span className={classes['what']}>
        <Link to="/jits/$jit/tasks/$task" params={{ jit: jit.id, task: task.id }} className={classes['link']}>
          <span className={classes['number']}>{task.number}</span> {task.title}
        </Link>
        <span className="dim"> {t(`taskState/${task.state}`)}</span>
        {task.priority === 'high' || task.priority === 'urgent' ? (
          <span className={classes['flag']} data-priority={task.priority}>
            {t(`priority/${task.priority}`)}
          </span>
        ) : null}
      </span>
      <span className={classes['when']}>
        {late ? <strong className={classes['late']}>{t('tasks/late')} </strong> : null}
        {at === null ? (
          <span className="dim">{t('tasks/noDue')}</span>
        ) : (
          <time dateTime={at} {...lazyHint(() => universalTime(at, locale))}>
            {dayTime(at, zone, locale)} {cityOf(zone)}
            {there && offsetAt(Date.parse(at), there) !== offsetAt(Date.parse(at), zone) ? (
              <span className="dim">
                {' '}
                · {dayTime(at, there, locale)} {cityOf(there)}
              </span>
            ) : null}
          </time>
        )}
      </span>
    </li>
  );
}

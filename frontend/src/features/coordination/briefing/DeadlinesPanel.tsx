/** Deadlines that others moved, and the user's own that are near or have passed. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BriefingView } from './queries';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { TwoTimes } from '@/components/text/TwoTimes';
import { useMemberName } from '@/components/text/useMemberName';
import classes from './Briefing.module.css';

export function DeadlinesPanel({ briefing: { moved, near } }: { briefing: BriefingView }) {
  const { t } = useTranslation();
  const nameOf = useMemberName();
  const now = Date.now();
  return (
    <Panel title={t('briefing/deadlines')} flush>
      {moved.length + near.length === 0 ? <p className={classes['none']}>{t('briefing/noDeadlines')}</p> : null}
      <ul className={classes['list']}>
        {moved.map((one) => (
          <li key={`moved ${one.task}`} className={classes['line']} data-fresh>
            <span className={classes['what']}>{t('briefing/moved', { seat: nameOf(one.seat) })}</span>
            <TaskName task={one.task} number={one.number} title={one.title} />
            <span className={classes['at']}>
              <s className="dim">
                {one.former_due_at ? <TwoTimes at={one.former_due_at} zone={one.due_zone} /> : t('briefing/noDeadline')}
              </s>
              <span>{one.due_at ? <TwoTimes at={one.due_at} zone={one.due_zone} /> : t('briefing/noDeadline')}</span>
            </span>
          </li>
        ))}
        {near.map((one) => {
          const passed = Date.parse(one.due_at) < now;
          return (
            <li key={`near ${one.task}`} className={classes['line']} data-urgent={passed || undefined}>
              <span className={classes['what']}>{t(passed ? 'briefing/passed' : 'briefing/near')}</span>
              <TaskName task={one.task} number={one.number} title={one.title} />
              <span className={classes['at']}>
                <TwoTimes at={one.due_at} zone={one.due_zone} />
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

function TaskName({ task, number, title }: { task: string; number: string; title: string }) {
  const { jit } = useTeam();
  return (
    <Link to="/jits/$jit/tasks/$task" params={{ jit: jit.id, task }} className="exhibit-link">
      {title} <span className="mono dim">{number}</span>
    </Link>
  );
}

/** A list of tasks by number and title, with links. */
import { IconChecklist } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { TaskTitleView } from '@/api/views';
import classes from './TaskTitles.module.css';

/** `label`: what the list contains, if not the tasks of the whole screen. */
export function TaskTitles({ tasks, label }: { tasks: readonly TaskTitleView[]; label?: string }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  if (tasks.length === 0) return null;
  return (
    <ul className={classes['tasks']} aria-label={label ?? t('matters/tasks')}>
      {tasks.map((one) => (
        <li key={one.id}>
          <IconChecklist size={14} stroke={1.75} aria-hidden />{' '}
          <Link to="/jits/$jit/tasks/$task" params={{ jit: jit.id, task: one.id }} className="exhibit-link">
            <span className="mono">{one.number}</span> {one.title}
          </Link>
        </li>
      ))}
    </ul>
  );
}

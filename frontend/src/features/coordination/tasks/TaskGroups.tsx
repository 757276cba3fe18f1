/** The list of tasks, grouped by deadline, with keyboard navigation. */
import { useTranslation } from 'react-i18next';
import type { TaskView } from '@/api/views';
import type { Group } from './due';
import type { TaskSelection } from './many/useTaskSelection';
import { TaskRow } from './TaskRow';
import { useTaskKeys } from './useTaskKeys';
import classes from './Tasks.module.css';

export function TaskGroups({ groups, selection }: { groups: [Group, TaskView[]][]; selection: TaskSelection }) {
  const { t } = useTranslation();
  const keys = useTaskKeys();
  return (
    <div onKeyDown={keys} role="presentation">
      {groups.map(([group, tasks]) => (
        <section key={group} className={classes['group']} aria-labelledby={`tasks-${group}`}>
          <h2 id={`tasks-${group}`} className={classes['heading']} data-group={group}>
            {t(`tasks/${group}`)} <span className="dim">{tasks.length}</span>
          </h2>
          <ul className={classes['list']}>
            {tasks.map((task) => (
              <TaskRow
                key={task.id}
                task={task}
                late={group === 'overdue'}
                chosen={selection.ids.has(task.id)}
                onChoose={(range) => selection.toggle(task.id, range)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

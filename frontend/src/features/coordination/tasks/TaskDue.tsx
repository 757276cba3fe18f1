/** A deadline in the user's time, and in those of the assignee's party and of the member who set it, if they differ. */
import { useTeam } from '@/api/team';
import type { TaskView } from '@/api/views';
import { lazyHint } from '@/components/hints/hint';
import { universalTime } from '@/lib/time';
import { clocks } from './due';
import classes from './Tasks.module.css';

export function TaskDue({ task, late = false }: { task: TaskView; late?: boolean }) {
  const { zone, locale } = useTeam();
  const at = task.due_at;
  if (at === null) return null;
  const [own, ...others] = clocks(at, [zone, task.assignee_zone, ...(task.due_zone ? [task.due_zone] : [])], locale);
  return (
    <time dateTime={at} className={classes['due']} {...lazyHint(() => universalTime(at, locale))}>
      <span data-late={late || undefined}>{own}</span>
      {others.map((one) => (
        <span key={one} className="dim">
          {' · '}
          {one}
        </span>
      ))}
    </time>
  );
}

/** A task that waits for a yes or no of this seat, or that was declined: it leads to the task, where both are at hand. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { TaskView } from '@/api/views';
import { TwoTimes } from '@/components/text/TwoTimes';
import { Line } from './Line';

export function ProposedLine({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  return (
    <Line
      what={t(task.state === 'declined' ? 'taskViews/declinedWaits' : 'taskViews/waits')}
      at={task.due_at ? <TwoTimes at={task.due_at} zone={task.due_zone} /> : null}
    >
      <Link to="/jits/$jit/tasks/$task" params={{ jit: jit.id, task: task.id }} className="exhibit-link">
        <span className="mono">{task.number}</span> {task.title}
      </Link>
      <div className="dim">
        {partyName(task.assigner_party)} → <span className="mono">{task.assignee}</span>
        {task.state_reason ? `: ${task.state_reason}` : ''}
      </div>
    </Line>
  );
}

/** The assignee of a task and the first co-assignees by name, the others as a number. */
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { TaskView } from '@/api/views';
import { hint } from '@/components/hints/hint';

/** More members than these are only counted. */
const MOST = 3;

export function Assignees({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const { seat, members } = useTeam();
  const codes = [task.assignee, ...task.co_assignees];
  const names = codes.map((code) =>
    code === seat.code ? t('tasks/me') : (members.find((one) => one.code === code)?.name ?? code),
  );
  return (
    <span {...hint(codes.join(', '))}>
      {names.slice(0, MOST).join(', ')}
      {names.length > MOST ? <span className="dim"> +{names.length - MOST}</span> : null}
    </span>
  );
}

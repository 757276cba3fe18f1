/** The state of a task as shape and text. */
import {
  IconBan,
  IconCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconHandStop,
  IconProgress,
  IconThumbDown,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TaskState } from '@/api/views';
import classes from './Tasks.module.css';

const SHAPES = {
  proposed: IconCircleDashed,
  declined: IconThumbDown,
  open: IconCircle,
  in_progress: IconProgress,
  blocked: IconHandStop,
  done: IconCircleCheck,
  cancelled: IconBan,
} satisfies Record<TaskState, unknown>;

export function StateMark({ state }: { state: TaskState }) {
  const { t } = useTranslation();
  const Shape = SHAPES[state];
  return (
    <span className={classes['state']} data-state={state}>
      <Shape size={15} stroke={1.75} aria-hidden />
      {t(`taskState/${state}`)}
    </span>
  );
}

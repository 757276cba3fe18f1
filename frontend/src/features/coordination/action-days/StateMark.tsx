/** The state of an action as shape and text, and whether it waits to be sent. */
import {
  IconBan,
  IconCircle,
  IconCircleCheck,
  IconCircleDot,
  IconClockPause,
  IconPlayerPlay,
  IconProgress,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ActionState } from '@/api/views';
import classes from './Operations.module.css';

const SHAPES = {
  planned: IconCircle,
  ready: IconCircleDot,
  go: IconPlayerPlay,
  executing: IconProgress,
  done: IconCircleCheck,
  aborted: IconBan,
} satisfies Record<ActionState, unknown>;

export function StateMark({
  state,
  waiting = false,
  size = 15,
}: {
  state: ActionState;
  waiting?: boolean;
  size?: number | string;
}) {
  const { t } = useTranslation();
  const Shape = SHAPES[state];
  return (
    <span className={classes['state']} data-state={state}>
      <Shape size={size} stroke={1.75} aria-hidden />
      {t(`actionState/${state}`)}
      {waiting ? (
        <span className={classes['waits']}>
          <IconClockPause size={size} stroke={1.75} aria-hidden /> {t('operations/waiting')}
        </span>
      ) : null}
    </span>
  );
}

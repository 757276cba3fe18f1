/** The steps that the user can take now, as listed by the server. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '@/api/views';
import { ONWARDS, wordOf } from './steps';
import { useMove } from './useMove';

export function Steps({ task, small = false }: { task: TaskView; small?: boolean }) {
  const { t } = useTranslation();
  const { move, moving, dialogs } = useMove();
  const onwards = ONWARDS[task.state];
  return (
    <>
      {task.may.steps
        .toSorted((one, other) => Number(other.state === onwards) - Number(one.state === onwards))
        .map(({ state }) => (
          <Button
            key={state}
            {...(small ? { size: 'compact-xs' } : {})}
            variant={state === onwards ? 'filled' : 'default'}
            loading={moving?.to === state}
            onClick={() => move(task, state)}
          >
            {t(wordOf(task.state, state))}
          </Button>
        ))}
      {dialogs}
    </>
  );
}

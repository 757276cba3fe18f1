/** The states to which this seat may bring an action now. Said at once, sent when it can; a step that needs a reason asks for it. */
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { ActionState, ActionView, OperationView } from '@/api/views';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { stateOf } from './queue';
import { ONWARDS, stepsFrom } from './steps';
import { useQueue } from './useQueue';

export function ActionSteps({
  day,
  action,
  size = 'compact-xs',
}: {
  day: OperationView;
  action: ActionView;
  size?: string;
}) {
  const { t } = useTranslation();
  const { seat } = useTeam();
  const { all, say } = useQueue();
  const [asking, setAsking] = useState<ActionState | null>(null);
  const { state: former } = stateOf(action, all);
  const move = (state: ActionState, reason: string | null) =>
    say({ what: 'move', operation: day.id, action: action.id, number: action.number, body: { former, state, reason } });
  const steps = day.state === 'closed' ? [] : stepsFrom(former, action, seat, day.state === 'live');
  if (steps.length === 0) return null;
  return (
    <Group gap={6}>
      {steps.map(({ state, reason }) => (
        <Button
          key={state}
          size={size}
          variant={state === ONWARDS[former] ? 'filled' : 'default'}
          aria-label={`${action.number}: ${t(`actionState/${state}`)}`}
          onClick={() => {
            if (reason) setAsking(state);
            else move(state, null);
          }}
        >
          {t(`actionState/${state}`)}
        </Button>
      ))}
      {asking ? (
        <ReasonDialog
          title={t('operations/stepTitle', { number: action.number, state: t(`actionState/${asking}`) })}
          help={t('operations/stepHelp')}
          reasonLabel={t('common/reason')}
          action={t(`actionState/${asking}`)}
          danger={asking === 'aborted'}
          onClose={() => setAsking(null)}
          act={(reason) => {
            move(asking, reason);
            return Promise.resolve();
          }}
          onDone={() => setAsking(null)}
        />
      ) : null}
    </Group>
  );
}

/** The states to which the member can bring an action now. Recorded at once, sent when there is a network. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { ActionState, ActionView, OperationView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { duration } from '@/lib/format';
import { fullTime } from '@/lib/time';
import { authorisationProblem } from './authorisation';
import { AuthorisationNotice } from './AuthorisationNotice';
import { goes } from './dayStep';
import { stateOf } from './queue';
import { awaitsPartyGo, nameOf, ONWARDS, stepsFrom } from './steps';
import { useQueue } from './useQueue';

const HELP = {
  whole: 'operations/stepHelpWhole',
  board: 'operations/stepHelpBoard',
  none: 'operations/stepHelpNone',
} as const;

type Props = { day: OperationView; action: ActionView; size?: string };

export function ActionSteps({ day, action, size = 'compact-xs' }: Props) {
  const { t } = useTranslation();
  const { seat } = useTeam();
  const { all, say } = useQueue();
  const [asking, setAsking] = useState<ActionState | null>(null);
  const [early, setEarly] = useState(false);
  const { state: former } = stateOf(action, all);
  const move = (state: ActionState, reason: string | null) =>
    say({ what: 'move', operation: day.id, action: action.id, number: action.number, body: { former, state, reason } });
  const start = (state: ActionState, reason: boolean) => {
    if (reason) setAsking(state);
    else if (
      state === 'executing' &&
      (Date.parse(day.h_at) > Date.now() || authorisationProblem(action, Date.now()) !== null)
    )
      setEarly(true);
    else move(state, null);
  };
  const state = { live: day.state === 'live', go: goes(day, action.party) };
  const steps = day.state === 'closed' ? [] : stepsFrom(former, action, seat, state);
  const awaits = day.state !== 'closed' && awaitsPartyGo(former, action, seat, state);
  if (steps.length === 0 && !awaits) return null;
  return (
    <Group gap={6}>
      {steps.map(({ state: to, reason }) => (
        <Button
          key={to}
          size={size}
          variant={to === ONWARDS[former] ? 'filled' : 'default'}
          aria-label={`${action.number}: ${t(`actionStep/${nameOf(former, to)}`)}`}
          onClick={() => start(to, reason)}
        >
          {t(`actionStep/${nameOf(former, to)}`)}
        </Button>
      ))}
      {awaits ? (
        <Text size="xs" c="dimmed">
          {t('operations/needsPartyGo')}
        </Text>
      ) : null}
      {asking ? (
        <ReasonDialog
          title={t('operations/stepTitle', { number: action.number, state: t(`actionState/${asking}`) })}
          help={t(HELP[action.sharing])}
          reasonLabel={t('common/reason')}
          action={t(`actionStep/${nameOf(former, asking)}`)}
          danger={asking === 'aborted'}
          onClose={() => setAsking(null)}
          act={(reason) => {
            move(asking, reason);
            return Promise.resolve();
          }}
          onDone={() => setAsking(null)}
        />
      ) : null}
      {early ? (
        <Early
          day={day}
          action={action}
          onClose={() => setEarly(false)}
          onYes={() => {
            setEarly(false);
            move('executing', null);
          }}
        />
      ) : null}
    </Group>
  );
}

type EarlyProps = { day: OperationView; action: ActionView; onClose: () => void; onYes: () => void };

/** Asks before an action starts ahead of H-hour, or without a valid authorisation. */
function Early({ day, action, onClose, onYes }: EarlyProps) {
  const { t } = useTranslation();
  const { zone, locale } = useTeam();
  const [apart] = useState(() => Date.parse(day.h_at) - Date.now());
  const isEarly = apart > 0;
  const left = duration(apart / 1000, locale);
  const when = fullTime(day.h_at, zone, locale);
  return (
    <Dialog onClose={onClose} title={t(isEarly ? 'operations/early' : 'authorisation/start')}>
      <Stack gap="sm">
        {isEarly ? <Text size="sm">{t('operations/earlyText', { when, left, number: action.number })}</Text> : null}
        <AuthorisationNotice actions={[action]} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('common/cancel')}
          </Button>
          <Button color="red" onClick={onYes}>
            {t(isEarly ? 'operations/earlyYes' : 'authorisation/startYes')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

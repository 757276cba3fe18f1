/** An action day's head: what it is, H and how far it is, where it stands, and the steps that the seat may take. */
import { Button, Group } from '@mantine/core';
import { IconArrowLeft, IconDeviceTv } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeDay, operationQuery } from './queries/operations';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { OperationView } from '@/api/views';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { TwoTimes } from '@/components/text/TwoTimes';
import { universalTime } from '@/lib/time';
import { countdown } from './countdown';
import { printPlan } from './printPlan';
import { Rehearsal } from './Rehearsal';
import classes from './Operations.module.css';

type Step = OperationView['may']['steps'][number]['state'];
const wordOf = (day: OperationView, state: Step) =>
  state === 'planned' && day.state === 'live' ? 'back' : state === 'closed' && day.state === 'planned' ? 'off' : state;

export function DayHead({ day, now, onChange }: { day: OperationView; now: number; onChange: () => void }) {
  const { t } = useTranslation();
  const { jit, locale } = useTeam();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<Step | null>(null);
  const silent = day.parties.filter((one) => one.asked && !(one.stands && one.word === 'go')).map(({ party }) => party);
  const step = async (state: Step, reason?: string) => {
    queries.setQueryData(
      operationQuery(jit.id, day.id).queryKey,
      await changeDay(jit.id, day, { state, ...(reason ? { reason } : {}) }),
    );
    void queries.invalidateQueries({ queryKey: keys.operations(jit.id) });
  };
  const run = useMutation({
    mutationFn: (state: Step) => step(state),
    onError: () => void queries.invalidateQueries({ queryKey: keys.operation(jit.id, day.id) }),
  });
  return (
    <header className={classes['head']}>
      <Link to="/jits/$jit/operations" params={{ jit: jit.id }} className={classes['back'] ?? ''}>
        <IconArrowLeft size={14} aria-hidden /> {t('operations/crumb')}
      </Link>
      <div className={classes['titleLine']}>
        <div>
          <h1 className={classes['title']}>
            {day.title} <Rehearsal day={day} />
          </h1>
          <p className={classes['hour']}>
            <span className={classes['dayState']} data-state={day.state}>
              {t(`operationState/${day.state}`)}
            </span>{' '}
            <strong className="mono">{countdown(day.h_at, now, t('operations/dayLetter'))}</strong> H{' '}
            <TwoTimes at={day.h_at} zone={day.h_zone} />{' '}
            <span className="dim">
              · {universalTime(day.h_at, locale)} · {t('operations/by', { seat: day.author })}
            </span>
          </p>
        </div>
        <Group gap="xs">
          <Button
            renderRoot={(props) => (
              <Link
                to="/jits/$jit/operations/$operation/board"
                params={{ jit: jit.id, operation: day.id }}
                {...props}
              />
            )}
            variant="default"
            leftSection={<IconDeviceTv size={15} aria-hidden />}
          >
            {t('operations/toBoard')}
          </Button>
          <Button variant="default" onClick={printPlan}>
            {t('operations/print')}
          </Button>
          {day.may.edit ? (
            <Button variant="default" onClick={onChange}>
              {t('operations/change')}
            </Button>
          ) : null}
          {day.may.steps.map(({ state, needs_reason: needs }) => (
            <Button
              key={state}
              variant={state === 'planned' || state === 'live' ? 'filled' : 'default'}
              loading={run.isPending && run.variables === state}
              onClick={() => {
                if (needs || (state === 'live' && silent.length > 0)) setAsking(state);
                else run.mutate(state);
              }}
            >
              {t(`operationStep/${wordOf(day, state)}`)}
            </Button>
          ))}
        </Group>
      </div>
      <ProblemNotice error={run.error} />
      {asking ? (
        <ReasonDialog
          title={t('operations/stateTitle', { state: t(`operationState/${asking}`) })}
          help={
            asking === 'live'
              ? `${t('operations/stateSure', { parties: silent.join(', ') })} ${t('operations/stateHelp')}`
              : t('operations/stateHelp')
          }
          reasonLabel={t('common/reason')}
          action={t(`operationStep/${wordOf(day, asking)}`)}
          danger={asking !== 'planned'}
          onClose={() => setAsking(null)}
          act={(reason) => step(asking, reason)}
          onDone={() => setAsking(null)}
        />
      ) : null}
    </header>
  );
}

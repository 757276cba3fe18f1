/** The head of an action day: type, H-hour, state, and the steps that the member can take, each with a confirmation. */
import { Button, Group } from '@mantine/core';
import { IconArrowLeft, IconDeviceTv } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { OperationView } from '@/api/views';
import { TwoTimes } from '@/components/text/TwoTimes';
import { When } from '@/components/text/When';
import { universalTime } from '@/lib/time';
import { CloseDialog } from './CloseDialog';
import { countdown, daysAway } from './countdown';
import { clockOf, mayBegin, stepOf, type StepBody } from './dayStep';
import { DayStepDialog } from './DayStepDialog';
import { printPlan } from './printPlan';
import { changeDay, operationQuery } from './queries/operations';
import { Rehearsal } from './Rehearsal';
import { StepReasons } from './StepReasons';
import { usePerson } from './usePerson';
import classes from './Operations.module.css';

type Step = OperationView['may']['steps'][number];

export function DayHead({ day, now, onChange }: { day: OperationView; now: number; onChange: () => void }) {
  const { t } = useTranslation();
  const { jit, locale, partyName, zone } = useTeam();
  const person = usePerson();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<Step | null>(null);
  const step = async (state: Step['state'], body: StepBody) => {
    try {
      queries.setQueryData(operationQuery(jit.id, day.id).queryKey, await changeDay(jit.id, day, { state, ...body }));
    } finally {
      void queries.invalidateQueries({ queryKey: keys.operations(jit.id) });
      void queries.invalidateQueries({ queryKey: keys.operation(jit.id, day.id) });
    }
  };
  const until = day.reopens_until;
  const away = daysAway(day.h_at, clockOf(day, now), locale);
  const steps = day.may.steps.filter(() => day.state !== 'closed' || (until !== null && Date.parse(until) > now));
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
            <strong className="mono">{countdown(day.h_at, clockOf(day, now), t('operations/dayLetter'))}</strong>
            {away ? <span className="dim"> ({away})</span> : null} <TwoTimes at={day.h_at} zone={day.h_zone} />{' '}
            <span className="dim">
              · {universalTime(day.h_at, locale)} · {t('operations/by', { seat: person(day.author) })}
            </span>
          </p>
          <StepReasons day={day} zone={zone} locale={locale} memberName={person} partyName={partyName} />
          {steps.length > 0 && day.state === 'closed' && until ? (
            <p className={classes['hour']}>
              {t('dayConfirm/reopenUntil', { when: '' })}
              <When at={until} form="clock" />
            </p>
          ) : null}
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
          {steps.map((one) => (
            <Button key={one.state} variant={isOnward(day, one) ? 'filled' : 'default'} onClick={() => setAsking(one)}>
              {t(`operationStep/${stepOf(day.state, one.state)}`)}
            </Button>
          ))}
        </Group>
      </div>
      {asking && day.state === 'live' && asking.state === 'closed' ? (
        <CloseDialog day={day} now={now} act={(body) => step('closed', body)} onClose={() => setAsking(null)} />
      ) : asking ? (
        <DayStepDialog
          day={day}
          state={asking.state}
          needsReason={asking.needs_reason}
          act={(body) => step(asking.state, body)}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </header>
  );
}

/** The step that leads on stands out, to begin only once a party confirmed GO. */
const isOnward = (day: OperationView, { state }: Step) =>
  (day.state === 'draft' && state === 'planned') ||
  (day.state === 'planned' && state === 'live' && mayBegin(day)) ||
  (day.state === 'live' && state === 'closed');

/** The action days in which the user's party takes part: the next H-hour first, closed ones last. */
import { Button, Skeleton } from '@mantine/core';
import { IconPlus, IconTargetArrow } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { operationsQuery } from '@/features/coordination/action-days/queries/operations';
import { useTeam } from '@/api/team';
import type { OperationView } from '@/api/views';
import { EmptyState } from '@/components/layout/EmptyState';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { TwoTimes } from '@/components/text/TwoTimes';
import { Rehearsal } from '@/features/coordination/action-days/Rehearsal';
import { usePerson } from '@/features/coordination/action-days/usePerson';
import { WordMark } from '@/features/coordination/action-days/WordMark';
import classes from '@/features/coordination/action-days/Operations.module.css';

/** Closed ones stay in the order of the server: the newest first. */
const byHour = (one: OperationView, other: OperationView) =>
  Number(one.state === 'closed') - Number(other.state === 'closed') ||
  (one.state === 'closed' ? 0 : Date.parse(one.h_at) - Date.parse(other.h_at));

export function OperationsScreen({ onPlan }: { onPlan: () => void }) {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const days = useQuery(operationsQuery(jit.id));
  const items = days.data?.items.toSorted(byHour);
  const plans = may('operations:plan');
  const button = plans ? (
    <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={onPlan}>
      {t('operations/plan')}
    </Button>
  ) : null;
  return (
    <div className={classes['screen']}>
      <div className={classes['pad']}>
        <ScreenHead title={t('operations/title')} term="actionDay" help={t('operations/help')}>
          {button}
        </ScreenHead>
      </div>
      {days.isPending ? (
        <div className={classes['pad']} role="status" aria-label={t('common/loading')}>
          <Skeleton height={120} />
        </div>
      ) : null}
      <div className={classes['pad']}>
        <ProblemNotice error={days.error} onRetry={() => void days.refetch()} />
      </div>
      {items?.length === 0 ? (
        <EmptyState
          icon={IconTargetArrow}
          title={t('operations/empty')}
          help={t(plans ? 'operations/emptyHelp' : 'operations/emptyReader')}
        >
          {button}
        </EmptyState>
      ) : null}
      <ul className={classes['list']}>
        {items?.map((day) => (
          <Row key={day.id} day={day} />
        ))}
      </ul>
    </div>
  );
}

function Row({ day }: { day: OperationView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const person = usePerson();
  return (
    <li className={classes['row']}>
      <div>
        <Link
          to="/jits/$jit/operations/$operation"
          params={{ jit: jit.id, operation: day.id }}
          className={classes['link'] ?? ''}
        >
          {day.title}
        </Link>{' '}
        <Rehearsal day={day} />
        <div className="dim">{t('operations/by', { seat: person(day.author) })}</div>
      </div>
      <span className={classes['dayState']} data-state={day.state}>
        {t(`operationState/${day.state}`)}
      </span>
      <span>
        {t('operations/hAt', { when: '' })}
        <TwoTimes at={day.h_at} zone={day.h_zone} />
      </span>
      <span className={classes['marks']}>
        {day.parties.map((one) => (
          <WordMark key={one.party} said={one} />
        ))}
      </span>
    </li>
  );
}

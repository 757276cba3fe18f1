/** Retention reviews that the party has to decide, most urgent first, and the rule of the agreement. */
import { Button, Group, Skeleton } from '@mantine/core';
import { IconCalendarCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reviewsQuery } from './queries';
import { useTeam } from '@/api/team';
import type { DueView } from '@/api/views';
import { EmptyState } from '@/components/layout/EmptyState';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { DueWhen } from '@/components/text/DueWhen';
import { ErasureWish } from '@/features/retention/erasures/ErasureWish';
import { EraseDialog } from '@/features/retention/erasures/EraseDialog';
import { HoldDialog } from './HoldDialog';
import { KeepDialog } from './KeepDialog';
import { RuleBar } from './RuleBar';
import classes from './Retention.module.css';

type Deciding = { one: DueView; act: 'keep' | 'hold' | 'erase' };

const subject = (one: DueView) => ({ id: one.evidence, number: one.exhibit_number, version: one.version });

export function ReviewsScreen() {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const decides = may('retention:decide');
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const { data, error, isLoading, refetch } = useQuery({ ...reviewsQuery(jit.id), enabled: decides });
  const rows = data?.items ?? [];
  const close = () => setDeciding(null);
  const of = deciding ? subject(deciding.one) : null;
  return (
    <div className={classes['screen']}>
      <div className={classes['pad']}>
        <ScreenHead title={t('retention/title')} term="retention" help={t('retention/help')} />
      </div>
      <RuleBar />
      {error ? (
        <div className={classes['pad']}>
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        </div>
      ) : null}
      {isLoading ? (
        <div className={classes['pad']} role="status" aria-label={t('common/loading')}>
          <Skeleton height={120} />
        </div>
      ) : null}
      {rows.length > 0 ? (
        <ul className={classes['list']} aria-label={t('retention/queue')}>
          {rows.map((one) => (
            <li key={one.evidence} className={classes['row']}>
              <div className={classes['what']}>
                <ExhibitLink id={one.evidence} />
                {one.on_hold ? <p className={classes['warn']}>{t('retention/onHold')}</p> : null}
                {one.wish ? <ErasureWish of={subject(one)} wish={one.wish} /> : null}
              </div>
              <DueWhen one={one} />
              <Group gap="xs" className={classes['acts'] ?? ''}>
                {one.because === 'review' ? (
                  <Button size="compact-sm" variant="default" onClick={() => setDeciding({ one, act: 'keep' })}>
                    {t('retention/keep')}
                  </Button>
                ) : null}
                <Button size="compact-sm" variant="default" onClick={() => setDeciding({ one, act: 'hold' })}>
                  {t('retention/hold')}
                </Button>
                {one.overdue && !one.on_hold && !one.wish && one.because !== 'transfer' ? (
                  <Button
                    size="compact-sm"
                    variant="light"
                    color="red"
                    onClick={() => setDeciding({ one, act: 'erase' })}
                  >
                    {t('retention/erase')}
                  </Button>
                ) : null}
              </Group>
            </li>
          ))}
        </ul>
      ) : null}
      {decides && data && rows.length === 0 ? (
        <EmptyState icon={IconCalendarCheck} title={t('retention/empty')} help={t('retention/emptyHelp')} />
      ) : null}
      {of && deciding?.act === 'keep' ? (
        <KeepDialog of={of} controller={deciding.one.controller} reviewOn={null} onClose={close} />
      ) : null}
      {of && deciding?.act === 'hold' ? <HoldDialog of={of} onClose={close} /> : null}
      {of && deciding?.act === 'erase' ? <EraseDialog of={of} onClose={close} /> : null}
    </div>
  );
}

/** What came from beyond the Union and waits for a verdict, and who is the controller of it. */
import { Button, Skeleton } from '@mantine/core';
import { IconShieldQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { quarantinedQuery } from './queries';
import type { QuarantinedView } from '@/api/views';
import { EmptyState } from '@/components/layout/EmptyState';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { PartyCode } from '@/components/text/PartyCode';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { When } from '@/components/text/When';
import { bytes } from '@/lib/format';
import { ControllerBar } from './ControllerBar';
import { SampleLine } from './SampleLine';
import { VerdictDialog } from './VerdictDialog';
import classes from './Verifications.module.css';

export function VerificationsScreen() {
  const { t } = useTranslation();
  const { jit, locale, partyName } = useTeam();
  const [deciding, setDeciding] = useState<QuarantinedView | null>(null);
  const { data, error, isPending, refetch } = useQuery({ ...quarantinedQuery(jit.id), refetchInterval: 60_000 });
  const rows = data?.items ?? [];
  return (
    <div className={classes['screen']}>
      <div className={classes['pad']}>
        <ScreenHead title={t('verifications/title')} help={t('verifications/help')} />
      </div>
      <ControllerBar />
      <SampleLine />
      {error ? (
        <div className={classes['pad']}>
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        </div>
      ) : null}
      {isPending ? (
        <div className={classes['pad']} role="status" aria-label={t('common/loading')}>
          <Skeleton height={120} />
        </div>
      ) : null}
      {rows.length > 0 ? (
        <ul className={classes['list']} aria-label={t('verifications/title')}>
          {rows.map((one) => (
            <li key={one.evidence} className={classes['row']}>
              <PartyCode code={one.originator} name={partyName(one.originator)} tone="origin" />
              <div className={classes['what']}>
                <ExhibitLink id={one.evidence} />
                <p className="dim">
                  {t(`category/${one.category}`)} · {t('common/files', { count: one.files_count })},{' '}
                  {bytes(one.files_bytes, locale)} · {t('reviewed/viewed', { count: one.review.viewed })} ·{' '}
                  {t('reviewed/left', { count: one.review.to_view })}
                </p>
              </div>
              <span className={classes['when']}>
                {t('verifications/since')} <When at={one.registered_at} />
              </span>
              <Button size="compact-sm" onClick={() => setDeciding(one)}>
                {t('verifications/decide')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {data && rows.length === 0 ? (
        <EmptyState icon={IconShieldQuestion} title={t('verifications/empty')} help={t('verifications/emptyHelp')} />
      ) : null}
      {deciding ? (
        <VerdictDialog seen={{ id: deciding.evidence, ...deciding }} onClose={() => setDeciding(null)} />
      ) : null}
    </div>
  );
}

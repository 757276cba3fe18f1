/** Uploads of third countries that wait for an administrator, with the controller and the sample that apply. */
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { QuarantinedView } from '@/api/views';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { Queue, QueueRow } from '@/components/layout/Queue';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { StateTag } from '@/components/text/StateTag';
import { When } from '@/components/text/When';
import { bytes } from '@/lib/format';
import { ControllerBar } from './ControllerBar';
import { quarantinedQuery } from './queries';
import { SampleLine } from './SampleLine';
import { VerdictDialog } from './VerdictDialog';
import classes from './Verifications.module.css';

export function UploadQueue() {
  const { t } = useTranslation();
  const { jit, locale, partyName } = useTeam();
  const [deciding, setDeciding] = useState<QuarantinedView | null>(null);
  const { data, error, isPending, refetch } = useQuery({ ...quarantinedQuery(jit.id), refetchInterval: 60_000 });
  if (isPending)
    return (
      <div className={classes['pad']} role="status" aria-label={t('common/loading')}>
        <Skeleton height={120} />
      </div>
    );
  if (error)
    return (
      <div className={classes['pad']}>
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </div>
    );
  return (
    <>
      <Queue
        title={t('verifications/uploads')}
        term="approval"
        count={data.items.length}
        todo
        columns="minmax(0, 1fr) 11rem 9rem 11rem 9rem"
        heads={[
          t('verifications/exhibit'),
          t('verifications/provider'),
          t('files/title'),
          t('reviewed/title'),
          t('verifications/since'),
        ]}
        none={t('verifications/emptyHelp')}
        foot={
          <>
            <ControllerBar />
            <SampleLine />
          </>
        }
      >
        {data.items.map((one) => (
          <QueueRow key={one.evidence}>
            <div>
              <ExhibitLink id={one.evidence} />
              <div className="dim">{t(`category/${one.category}`)}</div>
            </div>
            <div>{partyName(one.originator)}</div>
            <div>
              {t('common/files', { count: one.files_count })}
              <div className="dim">{bytes(one.files_bytes, locale)}</div>
            </div>
            <div>
              <StateTag tone={one.review.to_view > 0 ? 'warn' : 'good'} pending={one.review.to_view > 0}>
                {one.review.to_view > 0
                  ? t('reviewed/left', { count: one.review.to_view })
                  : t('reviewed/viewed', { count: one.review.viewed })}
              </StateTag>
            </div>
            <div>
              <When at={one.registered_at} form="column" />
            </div>
            <Button
              size="compact-sm"
              aria-label={`${t('verifications/decide')}${t('common/colon')}${one.title}`}
              onClick={() => setDeciding(one)}
            >
              {t('verifications/decide')}
            </Button>
          </QueueRow>
        ))}
      </Queue>
      {deciding ? (
        <VerdictDialog seen={{ id: deciding.evidence, ...deciding }} onClose={() => setDeciding(null)} />
      ) : null}
    </>
  );
}

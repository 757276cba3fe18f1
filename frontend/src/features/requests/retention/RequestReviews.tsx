/** Ended requests of the own party whose texts a leader has to keep or erase; empty if there are none. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { Day } from '@/components/text/Day';
import { StateTag } from '@/components/text/StateTag';
import { visible } from '@/lib/visible';
import { KeepRequestDialog } from './KeepRequestDialog';
import { reviewsQuery } from '@/features/requests/request/queries';
import { Texts } from './RetentionPanel';
import classes from '@/features/requests/request/Request.module.css';

/** `erasing`: the erasure of texts in an entry of the audit log, which another feature shows. */
export function RequestReviews({ erasing }: { erasing: (position: number) => ReactNode }) {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const [keeping, setKeeping] = useState<{ id: string; number: string } | null>(null);
  const { data, error, refetch } = useQuery({ ...reviewsQuery(jit.id), enabled: may('retention:decide') });
  const rows = data?.items ?? [];
  if (!error && rows.length === 0) return null;
  return (
    <div className={classes['pad']}>
      <Panel title={t('requestRetention/queue')}>
        <ProblemNotice error={error} onRetry={() => void refetch()} />
        <ul className={classes['list']}>
          {rows.map(({ request, number, title, retention }) => (
            <li key={request} className={classes['line']}>
              <div>
                <Link to="/jits/$jit/requests/$request" params={{ jit: jit.id, request }} className="exhibit-link">
                  {title ? `${visible(title)} (${number})` : number}
                </Link>
                <div className={classes['small']}>
                  {t('requestRetention/nextReview')}
                  {t('common/colon')}
                  <Day day={retention.review_on} />{' '}
                  {retention.overdue ? <StateTag tone="warn">{t('requestRetention/due')}</StateTag> : null}
                </div>
                {retention.overdue ? <Texts entries={retention.entries} erasing={erasing} /> : null}
              </div>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('requestRetention/keepTitle', { number })}
                onClick={() => setKeeping({ id: request, number })}
              >
                {t('requestRetention/keep')}
              </Button>
            </li>
          ))}
        </ul>
      </Panel>
      {keeping ? <KeepRequestDialog request={keeping} onClose={() => setKeeping(null)} /> : null}
    </div>
  );
}

/** Ended requests and notices of the own party whose texts a leader has to keep or erase; empty if there are none. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextRetentionView } from '@/api/generated/types.gen';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { Day } from '@/components/text/Day';
import { StateTag } from '@/components/text/StateTag';
import { visible } from '@/lib/visible';
import { noticeReviewsQuery } from '@/features/requests/notices/queries';
import { reviewsQuery } from '@/features/requests/request/queries';
import { KeepTextsDialog } from './KeepTextsDialog';
import { Texts } from './RetentionPanel';
import type { Reviewed } from './useKeep';
import classes from '@/features/requests/request/Request.module.css';

type Erasing = (position: number) => ReactNode;
type Row = { id: string; number: string; title: string | null; retention: TextRetentionView };

/** `erasing`: the erasure of texts in an entry of the audit log, which another feature shows. */
export function TextReviews({ erasing }: { erasing: Erasing }) {
  const { jit, may } = useTeam();
  const enabled = may('retention:decide');
  const requests = useQuery({ ...reviewsQuery(jit.id), enabled });
  const notices = useQuery({ ...noticeReviewsQuery(jit.id), enabled });
  const ofRequests = requests.data?.items.map(({ request, ...row }) => ({ id: request, ...row }));
  const ofNotices = notices.data?.items.map(({ notice, ...row }) => ({ id: notice, ...row }));
  return (
    <>
      <Queue of="request" rows={ofRequests} asked={requests} erasing={erasing} />
      <Queue of="notice" rows={ofNotices} asked={notices} erasing={erasing} />
    </>
  );
}

type Asked = { error: unknown; refetch: () => unknown };
type Props = { of: Reviewed; rows: readonly Row[] | undefined; asked: Asked; erasing: Erasing };

function Queue({ of, rows = [], asked, erasing }: Props) {
  const { t } = useTranslation();
  const [keeping, setKeeping] = useState<Row | null>(null);
  if (!asked.error && rows.length === 0) return null;
  return (
    <div className={classes['pad']}>
      <Panel title={t(`retentionQueue/${of}`)}>
        <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />
        <ul className={classes['list']}>
          {rows.map((row) => (
            <li key={row.id} className={classes['line']}>
              <div>
                <RowLink of={of} row={row} />
                <div className={classes['small']}>
                  {t('requestRetention/nextReview')}
                  {t('common/colon')}
                  <Day day={row.retention.review_on} />{' '}
                  {row.retention.overdue ? <StateTag tone="warn">{t('requestRetention/due')}</StateTag> : null}
                </div>
                {row.retention.overdue ? <Texts of={of} entries={row.retention.entries} erasing={erasing} /> : null}
              </div>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t(`retentionKeepTitle/${of}`, { number: row.number })}
                onClick={() => setKeeping(row)}
              >
                {t('requestRetention/keep')}
              </Button>
            </li>
          ))}
        </ul>
      </Panel>
      {keeping ? <KeepTextsDialog of={of} line={keeping} onClose={() => setKeeping(null)} /> : null}
    </div>
  );
}

function RowLink({ of, row: { id, number, title } }: { of: Reviewed; row: Row }) {
  const { jit } = useTeam();
  const words = title ? `${visible(title)} (${number})` : number;
  return of === 'request' ? (
    <Link to="/jits/$jit/requests/$request" params={{ jit: jit.id, request: id }} className="exhibit-link">
      {words}
    </Link>
  ) : (
    <Link to="/jits/$jit/notices/$notice" params={{ jit: jit.id, notice: id }} className="exhibit-link">
      {words}
    </Link>
  );
}

/** Preserved data that lapses, over all requests: what, when, by which rule, and what stops it. */
import { Button, Skeleton } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { EmptyState } from '@/components/layout/EmptyState';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useNow } from '@/lib/useNow';
import { ExtendDialog } from '@/features/requests/request/ExtendDialog';
import { ExpiringHeads, ExpiringRow } from './ExpiringRow';
import { expiringQuery, type ExpiringView } from './queries';
import classes from './Expiring.module.css';

export function ExpiringScreen() {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const now = useNow(60_000);
  const [extending, setExtending] = useState<ExpiringView | null>(null);
  const list = useInfiniteQuery(expiringQuery(jit.id));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className={classes['screen']}>
      <div className={classes['pad']}>
        <ScreenHead title={t('expiring/title')} term="preservation" help={t('expiring/help')} />
      </div>
      {list.isError ? (
        <div className={classes['pad']}>
          <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : null}
      {list.isPending ? (
        <div className={classes['pad']} role="status" aria-label={t('common/loading')}>
          <Skeleton height={120} />
        </div>
      ) : null}
      {rows.length > 0 ? (
        <section className={classes['panel']} aria-label={t('expiring/title')}>
          <ExpiringHeads />
          <ul className={classes['list']}>
            {rows.map((one) => (
              <ExpiringRow key={one.clock.id} one={one} now={now} onExtend={() => setExtending(one)} />
            ))}
          </ul>
        </section>
      ) : null}
      {list.hasNextPage ? (
        <div className={classes['pad']}>
          <Button
            variant="default"
            size="xs"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('common/more')}
          </Button>
        </div>
      ) : null}
      {list.isSuccess && rows.length === 0 ? (
        <EmptyState icon={IconHourglass} title={t('expiring/empty')} help={t('expiring/emptyHelp')} />
      ) : null}
      {extending ? (
        <ExtendDialog request={extending.request} clock={extending.clock} onClose={() => setExtending(null)} />
      ) : null}
    </div>
  );
}

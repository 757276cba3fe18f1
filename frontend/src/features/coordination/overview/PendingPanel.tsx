/** Everything that the member has to do, in one list with one count: by deadline, or by the screen where it is done. */
import { SegmentedControl, Skeleton } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pendingQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import { EmptyState } from '@/components/layout/EmptyState';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useNow } from '@/lib/useNow';
import { byKind, byUrgency } from './pending';
import { PendingRow } from './PendingRow';
import classes from './Overview.module.css';

type Order = 'urgency' | 'kind';

export function PendingPanel() {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  const now = useNow(30_000);
  const [order, setOrder] = useState<Order>('urgency');
  const { data, error, isPending, refetch } = useQuery(pendingQuery(jit.id));
  const items = data?.items ?? [];
  const sections =
    order === 'urgency'
      ? byUrgency(items, now, zone).map(({ key, items: found }) => ({
          key,
          name: t(`pendingUrgency/${key}`),
          items: found,
        }))
      : byKind(items).map(({ key, items: found }) => ({ key, name: t(`pendingGroup/${key}`), items: found }));
  return (
    <section className={classes['panel']} aria-labelledby="pending-actions">
      <header className={classes['head']}>
        <h2 id="pending-actions">
          {t('pending/title')}{' '}
          {data ? (
            <span className={classes['total']} data-none={data.total === 0 || undefined}>
              <span aria-hidden>{data.total}</span>
              <span className="visually-hidden">{t('pending/count', { count: data.total })}</span>
            </span>
          ) : null}
        </h2>
        {items.length > 1 ? (
          <SegmentedControl
            size="xs"
            aria-label={t('pending/order')}
            value={order}
            onChange={(value) => setOrder(value === 'kind' ? 'kind' : 'urgency')}
            data={[
              { value: 'urgency', label: t('pending/byUrgency') },
              { value: 'kind', label: t('pending/byKind') },
            ]}
          />
        ) : null}
      </header>
      {isPending ? (
        <div className={classes['pad']}>
          <Skeleton height={96} aria-label={t('common/loading')} />
        </div>
      ) : null}
      {error ? (
        <div className={classes['pad']}>
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        </div>
      ) : null}
      {data?.total === 0 ? (
        <EmptyState icon={IconCircleCheck} title={t('pending/none')} help={t('pending/noneHelp')} />
      ) : null}
      {sections.map(({ key, name, items: found }) => (
        <div key={key} role="group" aria-label={name}>
          <h3 className={classes['group']} data-urgency={key}>
            {name} <span className="dim">{found.length}</span>
          </h3>
          <ul className={classes['rows']}>
            {found.map((one) => (
              <PendingRow key={`${one.kind} ${one.link.id} ${one.party ?? ''}`} one={one} now={now} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

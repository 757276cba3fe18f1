/** Preserved data that lapses and data that providers delete, over all requests: what, when, by which rule, and what stops it. */
import { IconHourglass } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { EmptyState } from '@/components/layout/EmptyState';
import { PagedRows } from '@/components/layout/PagedRows';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { useNow } from '@/lib/useNow';
import { ExtendDialog } from '@/features/requests/deadlines/ExtendDialog';
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
      <PagedRows list={list} className={classes['pad']} height={120}>
        {rows.length > 0 ? (
          <section className={classes['panel']} aria-label={t('expiring/title')}>
            <ExpiringHeads />
            <ul className={classes['list']}>
              {rows.map((one) => (
                <ExpiringRow key={one.id} one={one} now={now} onExtend={() => setExtending(one)} />
              ))}
            </ul>
          </section>
        ) : null}
      </PagedRows>
      {list.isSuccess && rows.length === 0 ? (
        <EmptyState icon={IconHourglass} title={t('expiring/empty')} help={t('expiring/emptyHelp')} />
      ) : null}
      {extending?.clock ? (
        <ExtendDialog request={extending.request} clock={extending.clock} onClose={() => setExtending(null)} />
      ) : null}
    </div>
  );
}

/** Data that lapses within two weeks, above the list of requests: what can still be saved first. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { ExpiringHeads, ExpiringRow } from '@/features/requests/expiring/ExpiringRow';
import { expiringQuery, type ExpiringView } from '@/features/requests/expiring/queries';
import { isNear } from '@/features/requests/expiring/time';
import expiring from '@/features/requests/expiring/Expiring.module.css';
import { ExtendDialog } from '@/features/requests/deadlines/ExtendDialog';
import classes from './List.module.css';

const MOST = 3;

export function ExpiringPanel({ now }: { now: number }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const [extending, setExtending] = useState<ExpiringView | null>(null);
  const list = useInfiniteQuery(expiringQuery(jit.id));
  const all = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const near = all.filter(({ due_at, stops }) => stops.length > 0 && isNear(due_at, now));
  if (near.length === 0) return null;
  const ahead = near.filter(({ due_at }) => Date.parse(due_at) >= now);
  const shown = [...ahead, ...near.filter((one) => !ahead.includes(one))].slice(0, MOST);
  return (
    <section className={expiring['panel']} data-warns aria-labelledby="expiring-near">
      <header className={classes['panelHead']}>
        <h2 id="expiring-near">{t('expiring/title')}</h2>
        <span className={classes['small']}>
          {t('expiring/within', { count: ahead.length })}
          {near.length > ahead.length ? ` · ${t('expiring/passed', { count: near.length - ahead.length })}` : null}
        </span>
        <Link to="/jits/$jit/expiring" params={{ jit: jit.id }} className={expiring['link']}>
          {t('expiring/all')}
        </Link>
      </header>
      <ExpiringHeads />
      <ul className={expiring['list']}>
        {shown.map((one) => (
          <ExpiringRow key={one.id} one={one} now={now} brief onExtend={() => setExtending(one)} />
        ))}
      </ul>
      {extending?.clock ? (
        <ExtendDialog request={extending.request} clock={extending.clock} onClose={() => setExtending(null)} />
      ) : null}
    </section>
  );
}

/** Preserved data that lapses, over all requests: what, when, by which rule, and what stops it. */
import { Button, Skeleton } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { EmptyState } from '@/components/layout/EmptyState';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import { distance, isSoon } from '@/lib/due';
import { useNow } from '@/lib/useNow';
import { visible } from '@/lib/visible';
import { extend } from '@/features/requests/request/queries';
import { Unverified } from '@/features/requests/request/StateMarks';
import { useChanged } from '@/features/requests/request/useChanged';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import { expiringQuery, type ExpiringView } from './queries';
import classes from './Expiring.module.css';

export function ExpiringScreen() {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { said } = useRequestWords();
  const changed = useChanged();
  const now = useNow(60_000);
  const [extending, setExtending] = useState<ExpiringView | null>(null);
  const list = useInfiniteQuery(expiringQuery(jit.id));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className={classes['screen']}>
      <div className={classes['pad']}>
        <ScreenHead title={t('expiring/title')} help={t('expiring/help')} />
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
          <div className={classes['heads']} aria-hidden>
            {(['left', 'data', 'expires', 'rule', 'stops'] as const).map((name) => (
              <span key={name}>{t(`expiringHeads/${name}`)}</span>
            ))}
          </div>
          <ul className={classes['list']}>
            {rows.map((one) => (
              <Row key={one.clock.id} one={one} now={now} onExtend={() => setExtending(one)} />
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
        <ReasonDialog
          title={t('requestDetail/extend')}
          help={t('requestDetail/extendHelp', { deadline: said(extending.clock.title) })}
          reasonLabel={t('common/reason')}
          action={t('requestDetail/extend')}
          danger={false}
          onClose={() => setExtending(null)}
          act={async (reason) => changed(await extend(jit.id, extending.request, extending.clock.id, reason))}
          onDone={() => setExtending(null)}
        />
      ) : null}
    </div>
  );
}

function Row({ one, now, onExtend }: { one: ExpiringView; now: number; onExtend: () => void }) {
  const { t } = useTranslation();
  const { jit, seat, may, locale } = useTeam();
  const { said, country } = useRequestWords();
  const { clock } = one;
  const soon = clock.state !== 'stopped' && isSoon(clock.due_at, now);
  // A number begins with the party of the request; only that party acts on it.
  const works = may('requests:work') && seat.party !== null && one.number.startsWith(`${seat.party}-`);
  return (
    <li className={classes['row']} data-soon={soon || undefined}>
      <strong className={classes['left']}>
        {clock.state === 'stopped' ? t('expiring/stopped') : distance(clock.due_at, now, locale)}
      </strong>
      <div>
        <strong>{visible(one.data ?? one.title ?? said(one.instrument_title))}</strong>
        <div className={classes['small']}>
          <Link
            to="/jits/$jit/requests/$request"
            params={{ jit: jit.id, request: one.request }}
            className={`${classes['link'] ?? ''} mono`}
          >
            {one.number}
          </Link>{' '}
          {said(one.instrument_title)} · {country(one.country)}
        </div>
      </div>
      <div>
        <span className={classes['label']}>{t('expiringHeads/expires')} </span>
        <When at={clock.due_at} form="column" zone={clock.zone} />
        <div className={classes['small']}>{clock.zone}</div>
      </div>
      <div>
        {said(clock.title)} {clock.verified ? null : <Unverified />}
        {clock.source ? <div className={classes['small']}>{visible(clock.source)}</div> : null}
      </div>
      <div className={classes['acts']}>
        {one.stops.length === 0 ? (
          <span className={classes['small']}>
            {t(clock.state === 'stopped' ? 'requestDeadline/stopped' : 'expiring/nothing')}
          </span>
        ) : works ? (
          <>
            {jit.state === 'operational' ? (
              <Button
                size="compact-sm"
                variant={soon ? 'filled' : 'default'}
                renderRoot={(props) => (
                  <Link
                    to="/jits/$jit/requests/new"
                    params={{ jit: jit.id }}
                    search={{ follows: one.request }}
                    {...props}
                  />
                )}
              >
                {t('requestDetail/requestProduction')}
              </Button>
            ) : null}
            {one.stops.includes('extension') ? (
              <Button size="compact-sm" variant="default" onClick={onExtend}>
                {t('requestDetail/extend')}
              </Button>
            ) : null}
          </>
        ) : (
          <span className={classes['small']}>{one.stops.map((stop) => t(`expiringStops/${stop}`)).join(', ')}</span>
        )}
      </div>
    </li>
  );
}

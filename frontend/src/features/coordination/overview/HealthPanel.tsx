/** How healthy the ledger is: how much of it is signed, since when, and what this browser found when it examined it. */
import { Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck, IconHourglass } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { situationQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Term } from '@/components/help/Term';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import { age, count } from '@/lib/format';
import { useNow } from '@/lib/useNow';
import { useLedgerWatch } from '@/realtime/LedgerWatch';
import { cosignedBy, healthOf } from './health';
import classes from './Situation.module.css';

const ICONS = { well: IconShieldCheck, behind: IconHourglass, alarm: IconAlertTriangle, none: IconHourglass };

export function HealthPanel() {
  const { t } = useTranslation();
  const { jit, locale } = useTeam();
  const now = useNow(5000);
  const { data, error, refetch } = useQuery(situationQuery(jit.id));
  const watch = useLedgerWatch();
  // A ledger that nobody can tell of does not look like one that is well, nor like none.
  if (!data)
    return (
      <Panel title={t('situation/ledger')}>
        {error ? (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton height={96} aria-label={t('common/loading')} />
        )}
      </Panel>
    );
  const { signed_at: at, signed_size: size, head } = data.ledger;
  const health = healthOf(data.ledger, watch.alarm !== null || watch.broken.length > 0, now);
  const Icon = ICONS[health];
  return (
    <Panel
      title={t('situation/ledger')}
      term="log"
      aside={
        <Link to="/jits/$jit/audit" params={{ jit: jit.id }} className="exhibit-link">
          {t('nav/log')}
        </Link>
      }
    >
      <div className={classes['health']} data-health={health}>
        <Icon size={20} stroke={1.5} aria-hidden />
        <strong>{t(`situation/health_${health}`)}</strong>
      </div>
      <dl className={classes['facts']}>
        <dt>
          <Term of="checkpoint">{t('situation/signed')}</Term>
        </dt>
        <dd>{size === null ? '—' : t('audit/entriesIn', { count: size })}</dd>
        <dt>{t('situation/signedAt')}</dt>
        <dd>
          {at === null ? (
            '—'
          ) : (
            <>
              <When at={at} /> <span className="dim">({age((now - Date.parse(at)) / 1000, locale)})</span>
            </>
          )}
        </dd>
        <dt>{t('situation/examined')}</dt>
        <dd>
          {watch.checkpoint
            ? t('audit/entriesIn', { count: watch.checkpoint.size })
            : watch.able
              ? t('watch/examining')
              : t('watch/unable')}
        </dd>
        <dt>
          <Term of="coSigner">{t('witnesses/cosigned')}</Term>
        </dt>
        <dd>{cosignedBy(data.ledger.cosigned, t)}</dd>
        <dt>{t('situation/unsigned')}</dt>
        <dd>{count(Math.max(0, head + 1 - (size ?? 0)), locale)}</dd>
      </dl>
    </Panel>
  );
}

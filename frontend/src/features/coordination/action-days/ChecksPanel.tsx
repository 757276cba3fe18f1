/** Warnings to look at before H-hour. They are hints that nobody has verified. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { checksQuery } from './queries/operations';
import { useTeam } from '@/api/team';
import type { OperationView } from '@/api/views';
import { Panel } from '@/components/layout/Panel';
import { PartyTag } from '@/components/text/PartyTag';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { dayTime } from '@/lib/time';
import classes from './Operations.module.css';

export function ChecksPanel({ day }: { day: OperationView }) {
  const { t } = useTranslation();
  const { jit, locale, partyName, zone } = useTeam();
  const found = useQuery(checksQuery(jit.id, day.id));
  return (
    <Panel title={t('operations/checks')}>
      <p className={classes['help']}>{t('operations/checksHelp')}</p>
      <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
      {found.data?.items.length === 0 ? <p className="dim">{t('operations/noChecks')}</p> : null}
      <ul className={classes['lines']}>
        {found.data?.items.map((one) => (
          <li key={`${one.party}${one.number ?? ''}${one.concern}`} className={classes['check']}>
            <PartyTag name={partyName(one.party)} />
            <span>
              {one.number ? <span className="mono">{one.number} · </span> : null}
              {t(`concern/${one.concern}`, {
                says: one.says ?? '',
                at: one.at
                  ? dayTime(one.at, day.parties.find(({ party }) => party === one.party)?.zone ?? zone, locale)
                  : '',
              })}
              {one.verified === false ? <span className={classes['verify']}>{t('operations/toVerify')}</span> : null}
              {one.source ? <span className="dim"> {t('operations/source', { source: one.source })}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

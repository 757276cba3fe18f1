/** The bytes that each team and party stores, beside the limits of this installation. */
import { Progress, Skeleton } from '@mantine/core';
import { IconDatabase } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import { EmptyState } from '@/components/layout/EmptyState';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { bytes } from '@/lib/format';
import { visible } from '@/lib/visible';
import { storageQuery } from './queries';
import classes from './Administration.module.css';

const VARIABLES = { party: 'LIAISON_PARTY_QUOTA_BYTES', team: 'LIAISON_JIT_QUOTA_BYTES' };

export function StorageTab() {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useQuery(storageQuery());
  return (
    <div className={classes['gap']}>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {isPending ? <Skeleton height={160} aria-label={t('common/loading')} /> : null}
      {data?.items.length === 0 ? (
        <EmptyState icon={IconDatabase} title={t('administration/noTeams')} help={t('administration/noTeamsHelp')} />
      ) : null}
      {data && data.items.length > 0 ? (
        <p className={classes['help']}>{t('administration/storageHelp', VARIABLES)}</p>
      ) : null}
      {data?.items.map((team) => (
        <Panel
          key={team.id}
          title={visible(team.team)}
          aside={
            <span className="dim">
              {team.closed ? `${t('administration/closedTeam')} · ` : null}
              <Used used={team.used_bytes} limit={team.limit_bytes} />
            </span>
          }
          flush
        >
          <table className={classes['table']}>
            <thead>
              <tr>
                <th>{t('administration/party')}</th>
                <th className={classes['start']}>{t('administration/used')}</th>
              </tr>
            </thead>
            <tbody>
              {team.parties.map((one) => (
                <tr key={one.party}>
                  <td>
                    {one.party_name} <span className="dim">{one.party}</span>
                  </td>
                  <td className={classes['start']}>
                    <Used used={one.used_bytes} limit={one.limit_bytes} bar={`${team.team}: ${one.party_name}`} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Panel>
      ))}
    </div>
  );
}

/** `bar`: what the bar shows, for a screen reader. */
function Used({ used, limit, bar }: { used: number; limit: number | null; bar?: string }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  if (limit === null) return `${bytes(used, locale)} · ${t('administration/noLimit')}`;
  return (
    <>
      {t('administration/ofLimit', { used: bytes(used, locale), limit: bytes(limit, locale) })}
      {bar ? <Progress mt={4} size="sm" value={Math.min(100, (100 * used) / limit)} aria-label={bar} /> : null}
    </>
  );
}

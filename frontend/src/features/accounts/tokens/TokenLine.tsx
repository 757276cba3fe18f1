/** A token: what it may do and where, until when, and its last use. */
import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '@/api/queries';
import { useLocale } from '@/api/team';
import classes from '@/features/accounts/account/Account.module.css';
import { fullTime } from '@/lib/time';
import type { ScriptTokenView } from './queries';

export function TokenLine({ token, onRevoke }: { token: ScriptTokenView; onRevoke: () => void }) {
  const { t } = useTranslation();
  const { zone, locale } = useLocale();
  const { data: me } = useSuspenseQuery(meQuery());
  const time = (at: string) => fullTime(at, zone, locale);
  const team = me.seats.find(({ jit }) => jit.id === token.team)?.jit.name ?? t('tokens/formerTeam');
  return (
    <li className={classes['session']}>
      <strong>{token.name}</strong>
      <span className="dim">
        {t(`tokens/${token.scope}`)} · {token.team ? team : t('tokens/allTeams')} ·{' '}
        {token.networks.length > 0 ? (
          <span className="mono">{token.networks.join(', ')}</span>
        ) : (
          t('tokens/everyNetwork')
        )}
      </span>
      <span className="dim">
        {t('tokens/until', { time: time(token.expires_at) })} ·{' '}
        {token.last_used_at
          ? t('tokens/used', { time: time(token.last_used_at), address: token.last_address })
          : t('tokens/unused')}
      </span>
      <Button
        className={classes['end'] ?? ''}
        variant="default"
        size="compact-xs"
        aria-label={t('tokens/revokeOf', { name: token.name })}
        onClick={onRevoke}
      >
        {t('tokens/revoke')}
      </Button>
    </li>
  );
}

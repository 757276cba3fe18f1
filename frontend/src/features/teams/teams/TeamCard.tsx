/** One of my teams: my role there, its pending actions, what is new, and the state of its audit log. */
import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { noticeCountsQuery } from '@/features/notifications/notifications/queries';
import { useLocale } from '@/api/team';
import type { Permission, TeamView } from '@/api/views';
import { useWord } from '@/i18n/useWord';
import { age } from '@/lib/format';
import classes from './Teams.module.css';

/** The highest number on a badge. */
const MOST = 99;
/** The limit up to which the server counts (`COUNT_MOST`). */
const COUNTED = 100;

/** The number of pending actions in the team: the same as on its overview and at its bell. */
export const pendingIn = ({ situation: { pending } }: TeamView): number => pending.total;

type Props = { team: TeamView; may: (permission: Permission) => boolean; now: number };

export function TeamCard({ team, may, now }: Props) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const word = useWord();
  const { jit, seat, situation } = team;
  const { pending, fresh, ledger } = situation;
  const over = jit.state === 'closed';
  const counted = useQuery({ ...noticeCountsQuery(jit.id), enabled: may('notifications:read') });
  const unread = counted.data?.unread ?? 0;
  const needs = pending.groups.map(
    ({ group, count }) => `${t(`pendingGroup/${group}`)}${t('common/colon')}${String(count)}`,
  );
  const waits = pending.total;
  return (
    <li className={classes['card']} data-needs={waits + unread > 0 || undefined} data-over={over || undefined}>
      <Link to="/jits/$jit" params={{ jit: jit.id }} className={classes['link']}>
        <span className={classes['name']}>
          {jit.name}
          {waits > 0 ? (
            <Badge size="sm" role="img" circle={waits < 10} aria-label={t('pending/count', { count: waits })}>
              {waits > MOST ? `${String(MOST)}+` : waits}
            </Badge>
          ) : null}
        </span>
        <span className="dim">
          {jit.reference}
          {jit.state === 'closed' ? ` · ${t('closing/state')}` : null}
        </span>
      </Link>
      <span className={classes['seat']}>
        <span className={`${classes['code'] ?? ''} mono`}>{seat.code}</span>{' '}
        {seat.roles.map((role) => word('role', role)).join(', ')}
      </span>
      {needs.length > 0 || unread > 0 ? (
        <ul className={classes['needs']}>
          {needs.map((one) => (
            <li key={one}>{one}</li>
          ))}
          {unread > 0 ? (
            <li>
              {unread >= COUNTED ? t('teams/unreadMany', { count: COUNTED - 1 }) : t('teams/unread', { count: unread })}
            </li>
          ) : null}
        </ul>
      ) : (
        <span className="dim">{t(over ? 'teams/over' : 'pending/none')}</span>
      )}
      <span className={classes['fresh']}>
        {fresh === null
          ? t('teams/firstLook')
          : fresh === 0
            ? t('teams/nothingNew')
            : t(fresh >= 100 ? 'teams/freshMany' : 'teams/fresh', { count: fresh })}
      </span>
      <span className={`${classes['ledger'] ?? ''} dim`}>
        {ledger.signed_at === null
          ? t('teams/unsigned')
          : t('teams/signed', {
              entries: t('audit/entriesIn', { count: ledger.signed_size ?? 0 }),
              age: age((now - Date.parse(ledger.signed_at)) / 1000, locale),
            })}
      </span>
    </li>
  );
}

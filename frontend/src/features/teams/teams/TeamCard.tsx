/** One of my teams: who I am there, what it asks of me, what is new, how its ledger stands. */
import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { noticeCountsQuery } from '@/features/notifications/notifications/queries';
import { myTasksQuery } from '@/api/queries';
import { awaitingQuery } from '@/features/coordination/signing/queries';
import { proposedTasksQuery } from '@/features/coordination/tasks/queries';
import { useLocale } from '@/api/team';
import type { Permission, TeamView } from '@/api/views';
import { useWord } from '@/i18n/useWord';
import { age } from '@/lib/format';
import classes from './Teams.module.css';

/** No badge says more. */
const MOST = 99;
/** So many the server counts (`COUNT_MOST`). */
const COUNTED = 100;

export function waitingIn({ situation: { waiting } }: TeamView): number {
  return waiting.undecided.length + waiting.proposed.length + waiting.ending.length;
}

export function TeamCard({
  team,
  may,
  now,
}: {
  team: TeamView;
  may: (permission: Permission) => boolean;
  now: number;
}) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const word = useWord();
  const { jit, seat, situation } = team;
  const { waiting, fresh, ledger } = situation;
  // In a closed team nobody has anything to do any more.
  const over = jit.state === 'closed';
  const working = may('tasks:read') && !over;
  const { data: tasks } = useQuery({ ...myTasksQuery(jit.id), enabled: working });
  const unread = useQuery({ ...noticeCountsQuery(jit.id), enabled: may('notifications:read') }).data?.unread ?? 0;
  const awaiting = useQuery({
    ...awaitingQuery(jit.id),
    enabled: may('decisions:record') && !over,
    refetchInterval: 60_000,
  }).data;
  const proposed =
    useQuery({ ...proposedTasksQuery(jit.id), enabled: working }).data?.items.filter((task) =>
      task.state === 'proposed' ? task.may.steps.some(({ state }) => state === 'open') : task.may.edit,
    ).length ?? 0;
  const overdue = (tasks?.items ?? []).filter(({ due_at: due }) => due !== null && Date.parse(due) < now).length;
  const open = (tasks?.items.length ?? 0) - overdue;
  const unsigned = awaiting?.items.length ?? 0;
  const needs = over
    ? []
    : [
        overdue > 0 ? t('teams/overdue', { count: overdue }) : null,
        waiting.undecided.length > 0 ? t('teams/undecided', { count: waiting.undecided.length }) : null,
        waiting.proposed.length > 0 ? t('teams/proposed', { count: waiting.proposed.length }) : null,
        proposed > 0 ? t('taskViews/toAnswer', { count: proposed }) : null,
        waiting.ending.length > 0 ? t('teams/ending', { count: waiting.ending.length }) : null,
        unsigned > 0 ? t(awaiting?.next ? 'signing/waitingMore' : 'signing/waiting', { count: unsigned }) : null,
        open > 0 ? t('teams/tasks', { count: open }) : null,
      ].filter((one) => one !== null);
  // Notices tell of these things, too: they are a count of their own.
  const waits = over ? 0 : overdue + open + proposed + unsigned + waitingIn(team);
  return (
    <li className={classes['card']} data-needs={waits + unread > 0 || undefined} data-over={over || undefined}>
      <Link to="/jits/$jit" params={{ jit: jit.id }} className={classes['link']}>
        <span className={classes['name']}>
          {jit.name}
          {waits > 0 ? (
            <Badge size="sm" role="img" circle={waits < 10} aria-label={t('teams/waits', { count: waits })}>
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
        <span className="dim">{t(over ? 'teams/over' : 'teams/nothing')}</span>
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

/** One of my teams: who I am there, what it asks of me, what is new, how its ledger stands. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { myTasksQuery } from '@/api/queries';
import { proposedTasksQuery } from '@/api/tasks';
import { useLocale } from '@/api/team';
import type { TeamView } from '@/api/views';
import { useWord } from '@/i18n/useWord';
import { age } from '@/lib/format';
import classes from './Teams.module.css';

export function waitingIn({ situation: { waiting } }: TeamView): number {
  return waiting.undecided.length + waiting.proposed.length + waiting.ending.length;
}

export function TeamCard({ team, mayTasks, now }: { team: TeamView; mayTasks: boolean; now: number }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const word = useWord();
  const { jit, seat, situation } = team;
  const { waiting, fresh, ledger } = situation;
  const { data: tasks } = useQuery({ ...myTasksQuery(jit.id), enabled: mayTasks });
  const proposed = useQuery({ ...proposedTasksQuery(jit.id), enabled: mayTasks }).data?.items.filter((task) => (task.state === 'proposed' ? task.may.steps.some(({ state }) => state === 'open') : task.may.edit)).length ?? 0;
  const overdue = (tasks?.items ?? []).filter(({ due_at: due }) => due !== null && Date.parse(due) < now).length;
  const open = (tasks?.items.length ?? 0) - overdue;
  const needs = [
    overdue > 0 ? t('teams/overdue', { count: overdue }) : null,
    waiting.undecided.length > 0 ? t('teams/undecided', { count: waiting.undecided.length }) : null,
    waiting.proposed.length > 0 ? t('teams/proposed', { count: waiting.proposed.length }) : null,
    proposed > 0 ? t('taskViews/toAnswer', { count: proposed }) : null,
    waiting.ending.length > 0 ? t('teams/ending', { count: waiting.ending.length }) : null,
    open > 0 ? t('teams/tasks', { count: open }) : null,
  ].filter((one) => one !== null);
  return (
    <li className={classes['card']} data-needs={needs.length > 0 || undefined}>
      <Link to="/jits/$jit" params={{ jit: jit.id }} className={classes['link']}>
        <span className={classes['name']}>{jit.name}</span>
        <span className="dim">{jit.reference}{jit.state === 'closed' ? ` · ${t('closing/state')}` : null}</span>
      </Link>
      <span className={classes['seat']}>
        <span className={`${classes['code'] ?? ''} mono`}>{seat.code}</span> {seat.roles.map((role) => word('role', role)).join(', ')}
      </span>
      {needs.length > 0 ? <ul className={classes['needs']}>{needs.map((one) => <li key={one}>{one}</li>)}</ul> : <span className="dim">{t('teams/nothing')}</span>}
      <span className={classes['fresh']}>{fresh === null ? t('teams/firstLook') : fresh === 0 ? t('teams/nothingNew') : t(fresh >= 100 ? 'teams/freshMany' : 'teams/fresh', { count: fresh })}</span>
      <span className={`${classes['ledger'] ?? ''} dim`}>{ledger.signed_at === null ? t('teams/unsigned') : t('teams/signed', { entries: t('audit/entriesIn', { count: ledger.signed_size ?? 0 }), age: age((now - Date.parse(ledger.signed_at)) / 1000, locale) })}</span>
    </li>
  );
}

/** Which of my teams needs me now. */
import { Button, Group, Skeleton, Title } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery, teamsQuery } from '@/api/queries';
import type { Permission } from '@/api/views';
import { EmptyState } from '@/components/layout/EmptyState';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { RedeemForm } from './RedeemForm';
import { TeamCard, pendingIn } from './TeamCard';
import classes from './Teams.module.css';

/** `seen`: last position seen in the team; null if it was never opened in this browser. */
export function TeamsScreen({ seen }: { seen: (jit: string) => number | null }) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery());
  // Read once when the screen appears: opening a team changes it.
  const [marks] = useState(() =>
    me.seats.flatMap(({ jit }) => {
      const position = seen(jit.id);
      return position === null ? [] : [`${jit.id}:${String(position)}`];
    }),
  );
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5000);
    return () => clearInterval(timer);
  }, []);
  const { data, error, isPending, refetch } = useQuery({ ...teamsQuery(marks), enabled: me.seats.length > 0 });
  const teams = [...(data?.items ?? [])].sort(
    (a, b) => pendingIn(b) - pendingIn(a) || (b.situation.fresh ?? 0) - (a.situation.fresh ?? 0),
  );
  const may = (jit: string) => (permission: Permission) =>
    me.seats.find((one) => one.jit.id === jit)?.seat.permissions?.includes(permission) ?? false;
  return (
    <div className={classes['screen']}>
      <Group justify="space-between">
        <Title order={1}>{t('teams/title')}</Title>
        <Group gap="xs">
          {me.account.operator ? (
            <Button variant="default" renderRoot={(props) => <Link to="/administration" {...props} />}>
              {t('administration/title')}
            </Button>
          ) : null}
          {me.account.may_found ? (
            <Button renderRoot={(props) => <Link to="/teams/new" {...props} />}>{t('founding/start')}</Button>
          ) : null}
        </Group>
      </Group>
      {me.seats.length === 0 ? (
        <EmptyState
          icon={IconUsers}
          title={t('app/noTeams')}
          help={t('app/noTeamsHelp', { email: me.account.email })}
        />
      ) : null}
      {me.seats.length > 0 && isPending ? <Skeleton height={120} aria-label={t('common/loading')} /> : null}
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      <ul className={classes['cards']}>
        {teams.map((team) => (
          <TeamCard key={team.jit.id} team={team} may={may(team.jit.id)} now={now} />
        ))}
      </ul>
      {me.seats.length > 0 ? (
        <Link to="/tasks" className="exhibit-link">
          {t('taskViews/mineLink')}
        </Link>
      ) : null}
      <RedeemForm />
    </div>
  );
}

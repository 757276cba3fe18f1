/** The active working session above every screen: purpose, justification and remaining time. */
import { Button } from '@mantine/core';
import { IconBriefcase } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { WorkingSessionView } from '@/api/views';
import { end, useWorkingSession } from './queries';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { duration } from '@/lib/format';
import { shortClock } from '@/lib/time';
import classes from './WorkingSessions.module.css';

/** Under so many seconds one is told in another colour. */
const SOON = 600;

export function WorkingSessionBar() {
  const session = useWorkingSession();
  return session ? <Open key={session.id} session={session} /> : null;
}

function Open({ session }: { session: WorkingSessionView }) {
  const { t } = useTranslation();
  const { jit, locale, zone } = useTeam();
  const queries = useQueryClient();
  const left = useLeft(session.expires_at);
  const stale = () => queries.invalidateQueries({ queryKey: keys.workingSessions(jit.id) });
  const run = useMutation({ mutationFn: () => end(jit.id, session), onSettled: stale });
  const over = left <= 0;
  useEffect(() => {
    if (over) void queries.invalidateQueries({ queryKey: keys.workingSessions(jit.id) });
  }, [over, queries, jit.id]);
  if (over) return null;
  return (
    <section className={classes['bar']} aria-label={t('work/title')} data-soon={left < SOON || undefined}>
      <IconBriefcase size={15} stroke={1.75} aria-hidden />
      <strong className={classes['name']}>{t('work/title')}</strong>
      <span className={classes['why']}>
        {t(`purpose/${session.purpose}`)}
        {t('common/colon')}
        {session.justification}
      </span>
      <span className={classes['count']}>
        {session.here ? t('work/openings', { count: session.openings }) : t('work/elsewhere')}
      </span>
      <span className={classes['left']}>
        {t('work/left', { time: duration(left, locale) })}{' '}
        <time className="dim" dateTime={session.expires_at}>
          {shortClock(Date.parse(session.expires_at), zone, locale)}
        </time>
      </span>
      <Button size="compact-xs" variant="default" loading={run.isPending} onClick={() => run.mutate()}>
        {t('work/end')}
      </Button>
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </section>
  );
}

/** Seconds until then, told anew every second in the last minutes and every quarter of a minute before. */
function useLeft(until: string): number {
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));
  const soon = left < SOON;
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), soon ? 1000 : 15_000);
    return () => clearInterval(timer);
  }, [soon]);
  return left;
}

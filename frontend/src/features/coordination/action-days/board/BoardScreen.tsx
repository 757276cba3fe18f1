/** The wall: one clock, each party's, its word and its actions; the ticker below. Read from three metres, in the dark. */
import { Button, Group } from '@mantine/core';
import { IconArrowLeft, IconMaximize } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { boardQuery, operationQuery, tickerQuery } from '@/features/coordination/action-days/queries/operations';
import { useTeam } from '@/api/team';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { clockTime } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import { useLive } from '@/realtime/LiveProvider';
import { BoardParty } from './BoardParty';
import { countdown } from '@/features/coordination/action-days/countdown';
import { Rehearsal } from '@/features/coordination/action-days/Rehearsal';
import { TickerLines } from '@/features/coordination/action-days/operations-log/TickerLines';
import { useDark } from './useDark';
import { WaitingBar } from '@/features/coordination/action-days/WaitingBar';
import classes from './Board.module.css';

const LATEST = 8;

export function BoardScreen({ operation }: { operation: string }) {
  const { t } = useTranslation();
  const { jit, locale } = useTeam();
  const { state: live } = useLive();
  const now = useNow(1000);
  const wall = useRef<HTMLDivElement>(null);
  useDark();
  const day = useQuery(operationQuery(jit.id, operation));
  const shown = day.data !== undefined;
  useEffect(() => {
    if (shown) wall.current?.focus();
  }, [shown]);
  const board = useQuery(boardQuery(jit.id, operation));
  const ticker = useQuery(tickerQuery(jit.id, operation));
  if (!day.data) return <ProblemNotice error={day.error} onRetry={() => void day.refetch()} />;
  const one = day.data;
  return (
    <div ref={wall} className={classes['wall']} tabIndex={-1} role="region" aria-label={t('operations/board')}>
      <header className={classes['head']}>
        <div className={classes['name']}>
          <h1>
            {one.title} <Rehearsal day={one} />
          </h1>
          <Group gap="xs">
            <span className={classes['dayState']} data-state={one.state}>
              {t(`operationState/${one.state}`)}
            </span>
            {live === 'live' ? null : (
              <span className={classes['line']} role="status">
                {t(`live/${live}`)}
              </span>
            )}
            <Button
              renderRoot={(props) => (
                <Link to="/jits/$jit/operations/$operation" params={{ jit: jit.id, operation }} {...props} />
              )}
              size="compact-sm"
              variant="default"
              leftSection={<IconArrowLeft size={15} aria-hidden />}
            >
              {t('operations/back')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconMaximize size={15} aria-hidden />}
              onClick={() => void document.documentElement.requestFullscreen()}
            >
              {t('operations/full')}
            </Button>
          </Group>
        </div>
        <div className={classes['clocks']}>
          <span className={classes['count']} role="timer">
            {countdown(one.h_at, now, t('operations/dayLetter'))}
          </span>
          <span className={classes['utc']}>
            {clockTime(new Date(now).toISOString(), 'UTC', locale)} <small>{t('operations/universal')}</small>
          </span>
        </div>
      </header>
      <WaitingBar />
      <ProblemNotice error={board.error} onRetry={() => void board.refetch()} />
      <div className={classes['parties']}>
        {one.parties.map((party) => (
          <BoardParty
            key={party.party}
            day={one}
            party={party}
            now={now}
            actions={board.data?.items.filter((action) => action.party === party.party) ?? []}
          />
        ))}
      </div>
      <footer className={classes['ticker']}>
        <TickerLines day={one} reports={ticker.data?.items.slice(0, LATEST) ?? []} empty={ticker.isSuccess} />
      </footer>
    </div>
  );
}

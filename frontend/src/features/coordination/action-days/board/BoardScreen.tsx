/** The board: members take the steps of their own actions. It opens again without a network. */
import { Button, Group } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconArrowLeft, IconMaximize, IconMoon, IconSun, IconWifi, IconWifiOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ActionSteps } from '@/features/coordination/action-days/ActionSteps';
import { ExpiredAlarm } from '@/features/coordination/action-days/day-steps/ExpiredAlarm';
import { ReportLine } from '@/features/coordination/action-days/operations-log/ReportLine';
import { stateOf } from '@/features/coordination/action-days/queue';
import { useSavedDay } from '@/features/coordination/action-days/saved-day/useSavedDay';
import { useQueue } from '@/features/coordination/action-days/useQueue';
import { WaitingBar } from '@/features/coordination/action-days/WaitingBar';
import { fullTime } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import { useLive } from '@/realtime/LiveProvider';
import { BoardWall } from './BoardWall';
import { useBoard } from './useBoard';
import { useDark } from './useDark';
import classes from './Board.module.css';

export function BoardScreen({ operation }: { operation: string }) {
  const { t } = useTranslation();
  const { jit, locale, zone } = useTeam();
  const { state: live } = useLive();
  const { online } = useNetwork();
  const { all } = useQueue();
  const now = useNow(1000);
  const { kept } = useSavedDay(operation, 'board');
  const [dark, setDark] = useDark();
  const wall = useRef<HTMLDivElement>(null);
  const { board, error, retry } = useBoard(operation);
  const shown = board !== null;
  useEffect(() => {
    if (shown) wall.current?.focus();
  }, [shown]);
  if (!board) return <ProblemNotice error={error} onRetry={retry} />;
  const connected = online && live === 'live';
  const Sign = connected ? IconWifi : IconWifiOff;
  return (
    <BoardWall
      wall={wall}
      board={board}
      now={now}
      shown={(action) => stateOf(action, all)}
      steps={(action) => <ActionSteps day={board.day} action={action} size="sm" />}
      entry={<ReportLine day={board.day} />}
      status={
        <span className={classes['connection']} data-connected={connected || undefined}>
          <Sign size="1em" stroke={2} aria-hidden />{' '}
          {connected
            ? t('operationsBoard/asOfLive')
            : t('operationsBoard/asOf', { when: fullTime(board.savedAt, zone, locale) })}
          {' · '}
          {t(kept ? 'operationsBoard/saved' : 'operationsBoard/unsaved')}
        </span>
      }
      unsent={
        <>
          <ExpiredAlarm day={board.day} now={now} />
          <WaitingBar />
          <ProblemNotice error={online ? error : null} onRetry={retry} />
        </>
      }
      tools={
        <Group gap="xs">
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
          <Button
            size="compact-sm"
            variant="default"
            leftSection={dark ? <IconSun size={15} aria-hidden /> : <IconMoon size={15} aria-hidden />}
            onClick={() => setDark(!dark)}
          >
            {t(dark ? 'operationsBoard/light' : 'operationsBoard/dark')}
          </Button>
        </Group>
      }
    />
  );
}

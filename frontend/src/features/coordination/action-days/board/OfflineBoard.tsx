/** The saved state of a board while the server cannot be reached. Reloads the page once the server answers. */
import { IconWifiOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import { EmptyState } from '@/components/layout/EmptyState';
import { fullTime } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import { BoardWall } from './BoardWall';
import { load, type BoardSnapshot } from './snapshot';
import { useDark } from './useDark';
import classes from './Board.module.css';

const LOOK_MS = 15_000;

async function reloadIfReachable(): Promise<void> {
  const answer = await fetch('/api/health/live', { cache: 'no-store' }).catch(() => null);
  if (answer?.ok) location.reload();
}

export function OfflineBoard({ jit, operation }: { jit: string; operation: string }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const now = useNow(1000);
  const [board, setBoard] = useState<BoardSnapshot | null | undefined>(undefined);
  useDark();
  useEffect(() => {
    void load(jit, operation).then(setBoard);
  }, [jit, operation]);
  useEffect(() => {
    const look = () => void reloadIfReachable();
    const timer = setInterval(look, LOOK_MS);
    addEventListener('online', look);
    return () => {
      clearInterval(timer);
      removeEventListener('online', look);
    };
  }, []);
  if (board === undefined) return null;
  if (board === null)
    return <EmptyState icon={IconWifiOff} title={t('app/offline')} help={t('operationsBoard/nothing')} page />;
  return (
    <BoardWall
      board={board}
      now={now}
      status={
        <span className={classes['connection']}>
          <IconWifiOff size="1em" stroke={2} aria-hidden />{' '}
          {t('operationsBoard/asOf', { when: fullTime(board.savedAt, board.zone, locale) })}
        </span>
      }
    />
  );
}

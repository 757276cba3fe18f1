/** Replaces a screen of a team that cannot load; without a network, a board shows its last state. */
import { lazy, Suspense } from 'react';
import { neverJudged, Problem } from '@/api/problem';
import { Crash } from '@/app/Fallbacks';
import { withWords } from '@/i18n';

const OfflineBoard = lazy(
  withWords(async () => ({
    default: (await import('@/features/coordination/action-days/board/OfflineBoard')).OfflineBoard,
  })),
);

const BOARD = /^\/jits\/([^/]+)\/operations\/([^/]+)\/board$/;

/** Without a network nothing is asked for: the board shows at once what this device saved. */
export function demandNetworkForBoard(pathname: string): void {
  if (!navigator.onLine && BOARD.test(pathname)) throw new Problem(0, 'offline', '');
}

export function TeamFault({ error }: { error: unknown }) {
  const [, jit, operation] = BOARD.exec(location.pathname) ?? [];
  if (!jit || !operation || !(error instanceof Problem) || !neverJudged(error)) return <Crash error={error} />;
  return (
    <Suspense fallback={null}>
      <OfflineBoard jit={jit} operation={operation} />
    </Suspense>
  );
}

/** The history of a notice: each state that it reached, and why it was refused. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Notice } from '@/components/notices/Notice';
import { HistoryPanel } from '@/features/requests/lines/HistoryPanel';
import { visible } from '@/lib/visible';
import { noticeMovesQuery, type NoticeView } from './queries';

export function NoticeMovesPanel({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  return (
    <HistoryPanel
      list={useInfiniteQuery(noticeMovesQuery(jit.id, notice.id))}
      empty={t('noticeDetail/noMoves')}
      ground={({ ground }) => (ground ? t(`noticeGround/${ground}`) : null)}
      moved={({ former, state }) => `${t(`noticeState/${former}`)} → ${t(`noticeState/${state}`)}`}
    />
  );
}

/** The ground and the reason of the move that refused the notice. */
export function RefusedNotice({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { data } = useInfiniteQuery(noticeMovesQuery(jit.id, notice.id));
  const move = data?.pages[0]?.items.find(({ state }) => state === 'refused');
  if (!move?.ground) return null;
  return (
    <Notice tone="bad" title={t('noticeDetail/refusedFor', { ground: t(`noticeGround/${move.ground}`) })}>
      {move.reason ? visible(move.reason) : null}
    </Notice>
  );
}

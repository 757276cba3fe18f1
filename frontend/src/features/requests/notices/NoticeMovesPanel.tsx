/** The history of a notice: each state that it reached. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { HistoryPanel } from '@/features/requests/lines/HistoryPanel';
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

/** The history of a request: each state that it and its items reached. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { HistoryPanel } from '@/features/requests/lines/HistoryPanel';
import { movesQuery, type ItemState, type RequestState, type RequestView } from './queries';

export function MovesPanel({ request }: { request: RequestView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  return (
    <HistoryPanel
      list={useInfiniteQuery(movesQuery(jit.id, request.id))}
      empty={t('requestDetail/noMoves')}
      ground={(one) => one.ground}
      moved={(one) =>
        one.item === null
          ? `${t(`requestState/${one.former as RequestState}`)} → ${t(`requestState/${one.state as RequestState}`)}`
          : t('requestDetail/itemMoved', {
              place: request.items.find(({ id }) => id === one.item)?.place ?? '',
              former: t(`requestItemState/${one.former as ItemState}`),
              state: t(`requestItemState/${one.state as ItemState}`),
            })
      }
    />
  );
}

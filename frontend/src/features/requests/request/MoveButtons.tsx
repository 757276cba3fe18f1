/** The moves of a request that are possible now. */
import { useTranslation } from 'react-i18next';
import { MoveMenu, type ShownMove } from '@/features/requests/lines/MoveMenu';
import type { PossibleMoveView, RequestState, RequestView } from './queries';
import { isWithdrawal, likelyMove } from './state';

const ELECTRONIC: readonly string[] = [
  'SUBMISSION_ACCEPTED',
  'SUBMISSION_REJECTED',
  'RELAYED',
  'RELAY_FAILED',
  'DELIVERED',
  'NOT_DELIVERED',
  'RETRIEVED',
  'NOT_RETRIEVED',
];

export function MoveButtons({ request, onMove }: { request: RequestView; onMove: (step: PossibleMoveView) => void }) {
  const { t } = useTranslation();
  const likely = likelyMove(request);
  const shown = (step: PossibleMoveView): ShownMove => ({
    to: step.to,
    words: t(`requestMove/${step.to as RequestState}`),
    danger: isWithdrawal(step),
    group: ELECTRONIC.includes(step.to) ? t('requestDetail/electronic') : undefined,
    onMove: () => onMove(step),
  });
  return (
    <MoveMenu
      likely={likely ? shown(likely) : null}
      others={request.moves.filter((one) => one !== likely).map(shown)}
    />
  );
}

/** Whether the server would accept a recall now. Pure. */
import type { EvidenceView, WaitingReleaseView } from '@/api/views';

/**
 * A recall is refused while administrators read the exhibit for their decision, and while another recall from the same
 * party waits for its second leader.
 */
export function isRecallable(
  exhibit: Pick<EvidenceView, 'verification'>,
  waiting: readonly Pick<WaitingReleaseView, 'party' | 'level'>[],
  party: string,
): boolean {
  return exhibit.verification !== 'waiting' && !waiting.some((wish) => wish.party === party && wish.level === 'none');
}

/** The proposals of the own party that this member may confirm: the server lists them among the pending actions. */
import { useQuery } from '@tanstack/react-query';
import { pendingQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { SeatView } from '@/api/views';

export function useConfirmable(): readonly SeatView[] {
  const { jit, members, seat } = useTeam();
  const { data } = useQuery(pendingQuery(jit.id));
  const pending = (data?.items ?? []).filter(({ kind }) => kind === 'member_confirmation');
  const waiting = new Set(pending.map(({ link }) => link.id));
  return members.filter((one) => one.state === 'proposed' && one.party === seat.party && waiting.has(one.id));
}

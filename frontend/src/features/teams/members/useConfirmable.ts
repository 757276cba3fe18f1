/** The proposals of the own party that this seat may confirm: the server lists them among the pending actions. */
import { useQuery } from '@tanstack/react-query';
import { situationQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { SeatView } from '@/api/views';

export function useConfirmable(): readonly SeatView[] {
  const { jit, members, seat } = useTeam();
  const { data } = useQuery(situationQuery(jit.id));
  const waiting = new Set(data?.waiting.proposed.map(({ id }) => id));
  return members.filter((one) => one.state === 'proposed' && one.party === seat.party && waiting.has(one.id));
}

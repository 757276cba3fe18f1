/** The number of pending actions of each screen, and their sum. */
import { useQuery } from '@tanstack/react-query';
import { pendingQuery } from '@/api/queries';
import { useTeam } from '@/api/team';

export function usePendingCounts(): { total: number; of: (groups: readonly string[]) => number } {
  const { jit } = useTeam();
  const { data } = useQuery(pendingQuery(jit.id));
  return {
    total: data?.total ?? 0,
    of: (groups) => (data?.groups ?? []).reduce((sum, one) => sum + (groups.includes(one.group) ? one.count : 0), 0),
  };
}

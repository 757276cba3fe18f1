/** Shows the answer to a change of a hearing, and reloads the lists of hearings and of changed values. */
import { useQueryClient } from '@tanstack/react-query';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { hearingQuery, type HearingView } from './queries';

export function useShown(): (now: HearingView) => void {
  const { jit } = useTeam();
  const queries = useQueryClient();
  return (now) => {
    for (const queryKey of [...keys.hearings(jit.id), ...keys.requests(jit.id)])
      void queries.invalidateQueries({ queryKey });
    queries.setQueryData(hearingQuery(jit.id, now.id).queryKey, now);
  };
}

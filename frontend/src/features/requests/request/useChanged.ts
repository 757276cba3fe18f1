/** Shows the answer to a change of a request, and reloads the lists that contain it. */
import { useQueryClient } from '@tanstack/react-query';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { requestQuery, type RequestView } from './queries';

export function useChanged(): (now: RequestView) => void {
  const { jit } = useTeam();
  const queries = useQueryClient();
  return (now) => {
    queries.setQueryData(requestQuery(jit.id, now.id).queryKey, now);
    for (const queryKey of keys.requests(jit.id)) void queries.invalidateQueries({ queryKey });
  };
}

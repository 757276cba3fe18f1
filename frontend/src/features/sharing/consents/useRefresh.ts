/** Reloads the requests, their exhibit and the lists that show it, after an answer. */
import { useQueryClient } from '@tanstack/react-query';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { ConsentView } from '@/api/views';

export function useRefresh(): (one?: ConsentView) => void {
  const { jit } = useTeam();
  const queries = useQueryClient();
  return (one) => {
    const object = one?.evidence ?? one?.answer;
    for (const queryKey of [
      keys.consents(jit.id),
      keys.pool(jit.id),
      ...(object ? [keys.exhibit(jit.id, object), keys.custody(jit.id, object)] : []),
    ])
      void queries.invalidateQueries({ queryKey });
  };
}

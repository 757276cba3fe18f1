/** Invalidates the queries that show signing keys, after a change of keys. */
import { useQueryClient } from '@tanstack/react-query';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';

export function useKeysChanged(): () => void {
  const { jit } = useTeam();
  const queries = useQueryClient();
  return () => {
    for (const queryKey of [keys.signingKeys(jit.id), keys.signingDemands(jit.id), keys.messages(jit.id)])
      void queries.invalidateQueries({ queryKey });
  };
}

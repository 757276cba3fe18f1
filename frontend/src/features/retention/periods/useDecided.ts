/** The queries that a decision about an exhibit makes stale. */
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';

export function useDecided(evidence: string): (message: string) => void {
  const { jit } = useTeam();
  const queries = useQueryClient();
  return (message) => {
    for (const key of [
      keys.retention(jit.id, evidence),
      keys.reviews(jit.id),
      keys.exhibit(jit.id, evidence),
      keys.custody(jit.id, evidence),
      keys.pool(jit.id),
      keys.copies(jit.id),
    ])
      void queries.invalidateQueries({ queryKey: key });
    notifications.show({ message });
  };
}

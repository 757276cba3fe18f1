/** Reloads what a new or lifted required approval changes. */
import { useQueryClient } from '@tanstack/react-query';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { Subject } from './queries';

export function useChangedApprovals(subject: Subject): () => void {
  const { jit } = useTeam();
  const queries = useQueryClient();
  return () => {
    const others =
      'evidence' in subject
        ? [
            keys.exhibit(jit.id, subject.evidence),
            keys.pool(jit.id),
            keys.custody(jit.id, subject.evidence),
            keys.waiting(jit.id),
          ]
        : keys.requests(jit.id);
    for (const queryKey of [keys.requiredApprovals(jit.id), ...others]) void queries.invalidateQueries({ queryKey });
  };
}

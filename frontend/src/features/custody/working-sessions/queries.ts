/** Queries and changes of working sessions. Their key is in api/queries.ts. */
import { useQuery } from '@tanstack/react-query';
import { listWorkingSessionsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { beginWorkingSession, endWorkingSession } from '@/api/generated/sdk.gen';
import { useTeam } from '@/api/team';
import type { WorkingSessionForm, WorkingSessionView } from '@/api/views';

/** Mine that is open, or none; undefined while nobody knows yet, and for a seat that opens nothing. */
export function useWorkingSession(): WorkingSessionView | null | undefined {
  const { jit, may } = useTeam();
  const { data } = useQuery({
    ...listWorkingSessionsOptions({ path: { jit: jit.id } }),
    enabled: may('evidence:open') || may('evidence:verify'),
    refetchInterval: 60_000,
  });
  const found = data?.items[0];
  return data && (found && Date.parse(found.expires_at) > Date.now() ? found : null);
}

export async function begin(jit: string, body: WorkingSessionForm): Promise<WorkingSessionView> {
  return (await beginWorkingSession({ path: { jit }, body, throwOnError: true })).data;
}

export async function end(jit: string, { id }: WorkingSessionView): Promise<void> {
  await endWorkingSession({ path: { jit, working_session: id }, throwOnError: true });
}

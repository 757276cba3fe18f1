/** Keeps the texts of a request or notice until another review, and shows the answer. */
import type { TextKeepingForm } from '@/api/generated/types.gen';
import { useTeam } from '@/api/team';
import { keep as keepNotice } from '@/features/requests/notices/acts';
import { useChangedNotice } from '@/features/requests/notices/useChangedNotice';
import { keep as keepRequest } from '@/features/requests/request/queries';
import { useChanged } from '@/features/requests/request/useChanged';

/** The kind of object whose texts are reviewed. The words about both kinds have it as their key. */
export type Reviewed = 'request' | 'notice';

export function useKeep(of: Reviewed): (id: string, body: TextKeepingForm) => Promise<void> {
  const { jit } = useTeam();
  const changedRequest = useChanged();
  const changedNotice = useChangedNotice();
  return async (id, body) =>
    of === 'request'
      ? changedRequest(await keepRequest(jit.id, id, body))
      : changedNotice(await keepNotice(jit.id, id, body));
}

/** Shows the answer to a change of a notice, and reloads the lists that contain it. */
import { useQueryClient } from '@tanstack/react-query';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { noticeQuery, type NoticeView } from './queries';

export function useChangedNotice(): (now: NoticeView) => void {
  const { jit } = useTeam();
  const queries = useQueryClient();
  return (now) => {
    queries.setQueryData(noticeQuery(jit.id, now.id).queryKey, now);
    for (const queryKey of keys.interpolNotices(jit.id)) void queries.invalidateQueries({ queryKey });
  };
}

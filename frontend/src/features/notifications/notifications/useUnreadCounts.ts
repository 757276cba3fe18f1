/** The number of unread notifications, kept current. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { noticeCountsQuery } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { NotificationCountsView } from '@/api/views';
import { useLive } from '@/realtime/LiveProvider';

/** What was taken back is gone at once; whom a new fact concerns, or what was said, the server finds out within a moment of telling it, and one that is busy some moments later. In milliseconds. */
const MOMENTS = [150, 1200, 4000, 15_000];

export function useUnreadCounts(): NotificationCountsView | undefined {
  const { jit } = useTeam();
  const queries = useQueryClient();
  const { facts, talked } = useLive();
  const latest = facts[0]?.position;
  useEffect(() => {
    if (latest === undefined && talked === 0) return;
    const look = () => {
      for (const queryKey of [keys.noticeCounts(jit.id), keys.notices(jit.id)])
        void queries.invalidateQueries({ queryKey });
    };
    const timers = MOMENTS.map((moment) => setTimeout(look, moment));
    return () => timers.forEach(clearTimeout);
  }, [latest, talked, jit.id, queries]);
  return useQuery(noticeCountsQuery(jit.id)).data;
}

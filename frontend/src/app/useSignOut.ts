import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { leave as leaveSession } from '@/api/actions';
import { forget } from '@/api/forget';
import { belongsTo } from '@/api/owner';
import { meQuery } from '@/api/queries';

/**
 * Ends the session and forgets everything that was read under it, even when the server does not answer. What was entered at a
 * search, or said on an action day, and is on this device alone comes first: there it is sent, or let go of by a press.
 */
export function useSignOut(): () => void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useCallback(() => {
    const leave = async () => {
      // Where not even the program can be fetched, one signs out all the same, and what is kept waits for the next time.
      const search = await import('@/features/coordination/search-and-seizure/queue/queue').catch(() => null);
      const jit = (await search?.unsentIn().catch(() => null)) ?? null;
      if (jit !== null) {
        location.assign(`/jits/${jit}/at-the-search?leaving=true`);
        return;
      }
      const day = await import('@/features/coordination/action-days/queue').catch(() => null);
      const seats = queries.getQueryData(meQuery().queryKey)?.seats ?? [];
      const own = seats.map(({ jit: team, seat }) => ({ jit: team.id, seat: seat.code }));
      const said = (await day?.firstKept(own).catch(() => null)) ?? null;
      if (said !== null) {
        await navigate({
          to: '/jits/$jit/operations/$operation',
          params: { jit: said.jit, operation: said.operation },
          search: { leaving: true },
        });
        return;
      }
      await search?.wipe().catch(() => undefined);
      const stopped = belongsTo(null);
      const ended = await leaveSession();
      // Said there, and tried again: whoever opens the page next would be in as this account.
      await navigate({
        to: '/sign-in',
        search: { ...(ended ? {} : { still: true }), ...(stopped > 0 ? { stopped } : {}) },
      });
      forget(queries);
    };
    void leave();
  }, [queries, navigate]);
}

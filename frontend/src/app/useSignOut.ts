import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { leave as leaveSession } from '@/api/actions';
import { forget } from '@/api/forget';
import { belongsTo } from '@/api/owner';
import { meQuery } from '@/api/queries';

/**
 * Ends the session and removes its data, even if the server does not answer. Unsent input of a search or an action day
 * exists only on this device: the user first sends or discards it.
 */
export function useSignOut(): () => void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useCallback(() => {
    const leave = async () => {
      // If the code cannot be loaded, the user is signed out nevertheless, and unsent input is kept.
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
      // Shown there and tried again: otherwise the next user of the page would be signed in with this account.
      await navigate({
        to: '/sign-in',
        search: { ...(ended ? {} : { still: true }), ...(stopped > 0 ? { stopped } : {}) },
      });
      forget(queries);
    };
    void leave();
  }, [queries, navigate]);
}

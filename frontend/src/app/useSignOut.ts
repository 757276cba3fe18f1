import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { signOut } from '@/api/actions';
import { forgetPositions } from '@/api/position';

/** Ends the session and forgets everything that was read under it, even when the server does not answer. */
export function useSignOut(): () => void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useCallback(() => {
    void signOut()
      .catch(() => undefined)
      .then(async () => {
        await navigate({ to: '/sign-in', search: {} });
        queries.clear();
        forgetPositions();
      });
  }, [queries, navigate]);
}

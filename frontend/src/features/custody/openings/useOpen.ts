/** Records an access and invalidates the queries that it changes. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { open } from '@/api/actions';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { EvidenceView, OpeningForm, OpeningView, WorkingSessionView } from '@/api/views';

export function useOpen(exhibit: EvidenceView, onOpened: (opening: OpeningView) => void) {
  const { jit } = useTeam();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (form: OpeningForm) => open(jit.id, exhibit.id, form),
    onSuccess: (opening, { acknowledged, working_session: within }) => {
      void queries.invalidateQueries({ queryKey: keys.custody(jit.id, exhibit.id) });
      if (opening.act === 'take') void queries.invalidateQueries({ queryKey: keys.copies(jit.id) });
      if (acknowledged) void queries.invalidateQueries({ queryKey: keys.exhibit(jit.id, exhibit.id) }); // once for this text
      if (within) void queries.invalidateQueries({ queryKey: keys.workingSessions(jit.id) });
      onOpened(opening);
    },
    onError: (_, { working_session: within }) => {
      if (within) void queries.invalidateQueries({ queryKey: keys.workingSessions(jit.id) });
    },
  });
}

/** Opens the exhibit once within the working session, without questions. Returns why it was refused. */
export function useImmediateOpening(
  exhibit: EvidenceView,
  within: WorkingSessionView,
  onOpened: (opening: OpeningView) => void,
): Error | null {
  const { mutate, error } = useOpen(exhibit, onOpened);
  const begun = useRef(false); // an opening is an entry: never two for one click
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    mutate({ act: 'open', working_session: within.id });
  }, [mutate, within.id]);
  return error;
}

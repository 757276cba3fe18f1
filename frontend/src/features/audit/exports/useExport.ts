import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { useSendingKey } from '@/lib/useSendingKey';
import { requestBundle, type ExportForm } from './queries';

/** Requests an export package; it is made in the background. */
export function useExport() {
  const { jit } = useTeam();
  const queries = useQueryClient();
  const keyOf = useSendingKey();
  return useMutation({
    mutationFn: (form: ExportForm) => requestBundle(jit.id, form, keyOf(form)),
    // A refusal tells that the preview is no longer right, for example because an exhibit has got a limit of use.
    onError: () => void queries.invalidateQueries({ queryKey: [{ _id: 'previewExport', path: { jit: jit.id } }] }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: keys.exports(jit.id) }),
  });
}

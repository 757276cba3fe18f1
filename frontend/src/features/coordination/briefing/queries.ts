/** Queries of the catch-up summary and the shift notes. Their key is below that of the overview. */
import { queryOptions } from '@tanstack/react-query';
import { markBriefing, readBriefing, writeBriefingNote } from '@/api/generated/sdk.gen';
import type { BriefingView, HappenedView, NoteForm, NoteView } from '@/api/generated/types.gen';

export type { BriefingView, HappenedView, NoteForm, NoteView };
export type Since = 'mark' | 'workday';

export const briefingQuery = (jit: string, since: Since) =>
  queryOptions({
    queryKey: [{ _id: 'readSituation', path: { jit }, part: 'briefing', since }] as const,
    queryFn: async ({ signal }) =>
      (await readBriefing({ path: { jit }, query: { since }, signal, throwOnError: true })).data,
    refetchInterval: 5 * 60_000,
  });

export async function markRead(jit: string, position: number): Promise<void> {
  await markBriefing({ path: { jit }, body: { position }, throwOnError: true });
}

export async function writeNote(jit: string, body: NoteForm): Promise<void> {
  await writeBriefingNote({ path: { jit }, body, throwOnError: true });
}

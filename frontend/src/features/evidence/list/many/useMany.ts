/** An act on several exhibits and parties: its results are previewed, and then all of it is done or nothing. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '@/api/problem';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { BulkReleaseView } from '@/api/views';

export type Item = { evidence: string; party: string; seen_version: number | null };
export type Row = BulkReleaseView;
/** Sends the act; `preview`: nothing is changed. */
export type Send = (items: Item[], preview: boolean) => Promise<Row[]>;

/** A request decides at most so many releases. */
export const MOST = 200;

/** Rows in which the act changes something, or would if it was not refused. */
const acting = (rows: readonly Row[]) => rows.filter(({ outcome }) => outcome !== 'none');

export function useMany(send: Send, onDone: (rows: readonly Row[]) => void) {
  const { jit } = useTeam();
  const queries = useQueryClient();
  const [rows, setRows] = useState<readonly Row[] | null>(null);
  const look = useMutation({
    mutationFn: (items: Item[]) => send(items, true),
    onSuccess: (told) => setRows(acting(told)),
  });
  const act = useMutation({
    mutationFn: (items: Item[]) => send(items, false),
    onSuccess: (done) => {
      for (const queryKey of [keys.pool(jit.id), keys.waiting(jit.id), keys.copies(jit.id)])
        void queries.invalidateQueries({ queryKey });
      for (const evidence of new Set(done.map((row) => row.evidence)))
        for (const queryKey of [keys.exhibit(jit.id, evidence), keys.custody(jit.id, evidence)])
          void queries.invalidateQueries({ queryKey });
      onDone(done);
    },
    onError: (error) => {
      // Something changed since the preview: what is refused now is shown in its row.
      if (!(error instanceof Problem) || error.code !== 'rows-refused') return;
      const refused = error.document['rows'] as Row[];
      const now = (row: Row) => refused.find((one) => one.evidence === row.evidence && one.party === row.party) ?? row;
      setRows((before) => before && before.map(now));
    },
  });
  const refused = rows?.filter(({ outcome }) => outcome === 'refused') ?? [];
  const itemsOf = (some: readonly Row[]) =>
    some.map(({ evidence, party, version }) => ({ evidence, party, seen_version: version }));
  return {
    rows,
    refused,
    busy: look.isPending || act.isPending,
    error: look.error ?? act.error,
    preview: (items: Item[]) => look.mutate(items),
    /** The refused rows are left out. */
    leaveOut: () => look.mutate(itemsOf(rows?.filter((row) => !refused.includes(row)) ?? [])),
    act: () => act.mutate(itemsOf(rows ?? [])),
    /** Back to what is entered. */
    back: () => {
      setRows(null);
      look.reset();
      act.reset();
    },
  };
}

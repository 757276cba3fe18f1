/** A board from the answers of the server. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTeam } from '@/api/team';
import { resultsQuery } from '@/features/coordination/action-days/queries/aftermath';
import { boardQuery, operationQuery, tickerQuery } from '@/features/coordination/action-days/queries/operations';
import type { BoardSnapshot } from './snapshot';

export function useBoard(operation: string) {
  const { jit, parties, members, zone } = useTeam();
  const day = useQuery(operationQuery(jit.id, operation));
  const actions = useQuery(boardQuery(jit.id, operation));
  const reports = useQuery(tickerQuery(jit.id, operation));
  const results = useQuery(resultsQuery(jit.id, operation));
  const at = Math.max(...[day, actions, reports, results].map(({ dataUpdatedAt }) => dataUpdatedAt));
  const board = useMemo<BoardSnapshot | null>(
    () =>
      day.data
        ? {
            team: jit.name,
            savedAt: new Date(at).toISOString(),
            zone,
            parties: parties.map(({ code, name }) => ({ code, name })),
            members: members.map(({ code, name }) => ({ code, name })),
            day: day.data,
            actions: actions.data?.items ?? [],
            reports: reports.data?.items ?? [],
            results: results.data?.items ?? [],
          }
        : null,
    [at, jit.name, zone, parties, members, day.data, actions.data, reports.data, results.data],
  );
  const error = day.error ?? actions.error ?? reports.error ?? results.error;
  const retry = () => [day, actions, reports, results].forEach(({ refetch }) => void refetch());
  return { board, error, retry };
}

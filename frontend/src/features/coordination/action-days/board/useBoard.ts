/** A board from the answers of the server; each is saved on this device. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTeam } from '@/api/team';
import { resultsQuery } from '@/features/coordination/action-days/queries/aftermath';
import { boardQuery, operationQuery, tickerQuery } from '@/features/coordination/action-days/queries/operations';
import { save, type BoardSnapshot } from './snapshot';

export function useBoard(operation: string) {
  const { jit, parties, members, zone } = useTeam();
  const day = useQuery(operationQuery(jit.id, operation));
  const actions = useQuery(boardQuery(jit.id, operation));
  const reports = useQuery(tickerQuery(jit.id, operation));
  const results = useQuery(resultsQuery(jit.id, operation));
  const [saved, setSaved] = useState<boolean | null>(null);
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
  const whole = actions.isSuccess && reports.isSuccess && results.isSuccess;
  useEffect(() => {
    if (board && whole) void save(jit.id, board).then(setSaved);
  }, [jit.id, board, whole]);
  const error = day.error ?? actions.error ?? reports.error ?? results.error;
  const retry = () => [day, actions, reports, results].forEach(({ refetch }) => void refetch());
  return { board, saved, error, retry };
}

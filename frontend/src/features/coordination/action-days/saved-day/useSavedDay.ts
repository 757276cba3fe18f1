/** Saves the state of an action day on this device after each answer of the server, while the day is running. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { begin } from '@/api/outbox/records';
import { Problem } from '@/api/problem';
import { useTeam } from '@/api/team';
import { operationQuery } from '@/features/coordination/action-days/queries/operations';
import { useShell } from '@/features/coordination/search-and-seizure/useShell';
import { answeredAt, remove, save } from './savedDay';

/** `kept`: the screen opens again without a network. `at`: when the server answered last, in milliseconds. */
export function useSavedDay(operation: string, screen: 'plan' | 'board'): { kept: boolean; at: number } {
  const { jit } = useTeam();
  const queries = useQueryClient();
  const { data: day, error } = useQuery(operationQuery(jit.id, operation));
  const [saved, setSaved] = useState(false);
  const wanted = day?.state === 'live' || (screen === 'board' && day !== undefined && day.state !== 'closed');
  const ended = day?.state === 'closed' || (error instanceof Problem && error.status === 404);
  const ready = useShell({ scope: `/jits/${jit.id}/operations/${operation}`, wanted });
  useEffect(() => {
    if (!ended) return;
    void remove(jit.id, operation).catch(() => undefined);
  }, [ended, jit.id, operation]);
  useEffect(() => {
    if (!wanted || ended) return;
    begin();
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Answers that come together are saved together.
    const saveSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void save(queries, jit.id, operation).then(setSaved));
    };
    saveSoon();
    const stop = queries.getQueryCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'success') saveSoon();
    });
    return () => {
      clearTimeout(timer);
      stop();
      setSaved(false);
    };
  }, [wanted, ended, queries, jit.id, operation]);
  return { kept: saved && ready === true, at: answeredAt(queries, jit.id, operation) };
}

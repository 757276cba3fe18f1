/** Alerts to our party and its digests, as the page reads and answers them. Their keys stand with the others, in queries.ts. */
import { infiniteQueryOptions } from '@tanstack/react-query';
import { acknowledgeAlerts, handOverAlert, listAlerts, listDigests } from '@/api/generated/sdk.gen';
import type { AlertView } from '@/api/views';
import { ifMatch } from '@/api/headers';

/** Those that wait, or those that were dealt with. Newest first. */
export const alertsQuery = (jit: string, acknowledged: boolean) =>
  infiniteQueryOptions({
    queryKey: [{ _id: 'listAlerts', path: { jit }, acknowledged }] as const,
    queryFn: async ({ pageParam, signal }) =>
      (
        await listAlerts({
          path: { jit },
          query: { acknowledged, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: 60_000,
  });

export const digestsQuery = (jit: string) =>
  infiniteQueryOptions({
    queryKey: [{ _id: 'listDigests', path: { jit } }] as const,
    queryFn: async ({ pageParam, signal }) =>
      (
        await listDigests({
          path: { jit },
          query: { limit: 14, ...(pageParam ? { cursor: pageParam } : {}) },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export async function handOver(jit: string, alert: AlertView, seat: string): Promise<AlertView> {
  return (
    await handOverAlert({
      path: { jit, alert: alert.id },
      body: { seat },
      headers: ifMatch(alert.version),
      throwOnError: true,
    })
  ).data;
}

export async function acknowledge(jit: string, alerts: string[], word: string): Promise<void> {
  await acknowledgeAlerts({ path: { jit }, body: { alerts, word }, throwOnError: true });
}

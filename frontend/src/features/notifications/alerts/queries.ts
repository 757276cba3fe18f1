/** Alerts to our party and its digests, as the page reads and answers them. Their keys stand with the others, in queries.ts. */
import { acknowledgeAlerts, handOverAlert, listAlerts, listDigests } from '@/api/generated/sdk.gen';
import type { AlertView } from '@/api/views';
import { ifMatch } from '@/api/headers';
import { paged } from '@/api/paged';

/** Those that wait, or those that were dealt with. Newest first. */
export const alertsQuery = (jit: string, acknowledged: boolean) => ({
  ...paged({ _id: 'listAlerts', path: { jit }, acknowledged }, (cursor, signal) =>
    listAlerts({ path: { jit }, query: { acknowledged, limit: 100, ...cursor }, signal, throwOnError: true }),
  ),
  refetchInterval: 60_000,
});

export const digestsQuery = (jit: string) =>
  paged({ _id: 'listDigests', path: { jit } }, (cursor, signal) =>
    listDigests({ path: { jit }, query: { limit: 14, ...cursor }, signal, throwOnError: true }),
  );

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

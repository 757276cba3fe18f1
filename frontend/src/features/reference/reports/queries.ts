/** Reports of wrong reference values: one's own, and those that operators settle. */
import { infiniteQueryOptions } from '@tanstack/react-query';
import {
  listOwnReferenceReports,
  listReferenceReports,
  reportReferenceValue,
  settleReferenceReport,
} from '@/api/generated/sdk.gen';
import type { ReferenceReportForm } from '@/api/generated/types.gen';

export type { ReferenceKind, ReferenceReportForm, ReferenceReportView } from '@/api/generated/types.gen';

/** The reports in a list: those of the reader, or those that operators settle. */
export type Listed = 'own' | 'open' | 'settled';

const KEY = 'reference-reports';
const LIMIT = 50;

export const reportsKey = [KEY] as const;

export const reportsQuery = (listed: Listed) =>
  infiniteQueryOptions({
    queryKey: [KEY, listed] as const,
    queryFn: async ({ pageParam, signal }) => {
      const query = { limit: LIMIT, ...(pageParam ? { cursor: pageParam } : {}) };
      const asked = { signal, throwOnError: true as const };
      return listed === 'own'
        ? (await listOwnReferenceReports({ query, ...asked })).data
        : (await listReferenceReports({ query: { ...query, settled: listed === 'settled' }, ...asked })).data;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

export async function report(body: ReferenceReportForm): Promise<void> {
  await reportReferenceValue({ body, throwOnError: true });
}

export async function settle(id: string, answer: string): Promise<void> {
  await settleReferenceReport({ path: { report: id }, body: { answer }, throwOnError: true });
}

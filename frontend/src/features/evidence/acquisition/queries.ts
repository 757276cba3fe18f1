/** Acquisition records, as the page reads and writes them. Their key stands with the others, in queries.ts. */
import { queryOptions } from '@tanstack/react-query';
import { listAcquisitions, recordAcquisition } from '@/api/generated/sdk.gen';
import type { AcquisitionForm, AcquisitionView } from '@/api/views';

export const acquisitionsQuery = (jit: string, evidence: string) =>
  queryOptions({
    queryKey: [{ _id: 'listAcquisitions', path: { jit, evidence } }] as const,
    queryFn: async ({ signal }) =>
      (await listAcquisitions({ path: { jit, evidence }, signal, throwOnError: true })).data,
  });

export async function record(jit: string, evidence: string, body: AcquisitionForm): Promise<AcquisitionView> {
  return (await recordAcquisition({ path: { jit, evidence }, body, throwOnError: true })).data;
}

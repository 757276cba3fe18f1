/** Acquisition records, as the page reads and writes them. Their key stands with the others, in queries.ts. */
import { listAcquisitionsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { recordAcquisition } from '@/api/generated/sdk.gen';
import type { AcquisitionForm, AcquisitionView } from '@/api/views';

export const acquisitionsQuery = (jit: string, evidence: string) =>
  listAcquisitionsOptions({ path: { jit, evidence } });

export async function record(jit: string, evidence: string, body: AcquisitionForm): Promise<AcquisitionView> {
  return (await recordAcquisition({ path: { jit, evidence }, body, throwOnError: true })).data;
}

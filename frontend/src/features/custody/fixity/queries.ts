/** Queries and orders of integrity checks. Their key is in api/queries.ts. */
import { readFixityOptions } from '@/api/generated/@tanstack/react-query.gen';
import { orderFixity } from '@/api/generated/sdk.gen';
import type { FixityView } from '@/api/generated/types.gen';

export const fixityQuery = (jit: string, evidence: string) => readFixityOptions({ path: { jit, evidence } });

export async function order(jit: string, evidence: string): Promise<FixityView> {
  return (await orderFixity({ path: { jit, evidence }, throwOnError: true })).data;
}

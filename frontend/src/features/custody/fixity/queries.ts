/** When an exhibit's stored files were last compared with their hashes, and ordering it. Its key stands with the others, in queries.ts. */
import { queryOptions } from '@tanstack/react-query';
import { orderFixity, readFixity } from '@/api/generated/sdk.gen';
import type { FixityView } from '@/api/generated/types.gen';

export const fixityQuery = (jit: string, evidence: string) =>
  queryOptions({
    queryKey: [{ _id: 'readFixity', path: { jit, evidence } }] as const,
    queryFn: async ({ signal }) => (await readFixity({ path: { jit, evidence }, signal, throwOnError: true })).data,
  });

export async function order(jit: string, evidence: string): Promise<FixityView> {
  return (await orderFixity({ path: { jit, evidence }, throwOnError: true })).data;
}

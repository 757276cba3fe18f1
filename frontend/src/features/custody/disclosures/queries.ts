/** Queries and changes of disclosures. Their keys are in api/queries.ts. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { discloseEvidence, listDisclosures } from '@/api/generated/sdk.gen';
import type { DisclosureForm, DisclosureView } from '@/api/views';

/** Disclosures by the party, or by others of its exhibits, newest first. */
export const disclosuresQuery = (jit: string, side: DisclosureView['side']) =>
  infiniteQueryOptions({
    queryKey: [{ _id: 'listDisclosures', path: { jit }, side }] as const,
    queryFn: async ({ pageParam, signal }) =>
      (
        await listDisclosures({
          path: { jit },
          query: { side, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: 60_000,
  });

/** The newest disclosures of one exhibit that the seat may know. */
export const exhibitDisclosuresQuery = (jit: string, evidence: string) =>
  queryOptions({
    queryKey: [{ _id: 'listDisclosures', path: { jit }, evidence }] as const,
    queryFn: async ({ signal }) =>
      (await listDisclosures({ path: { jit }, query: { evidence, limit: 200 }, signal, throwOnError: true })).data,
  });

export async function disclose(jit: string, evidence: string, body: DisclosureForm): Promise<DisclosureView> {
  return (await discloseEvidence({ path: { jit, evidence }, body, throwOnError: true })).data;
}

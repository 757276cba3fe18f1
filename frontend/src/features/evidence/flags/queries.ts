/** Flags on what may exonerate, as the page reads, sets and decides them. Their keys stand with the others, in queries.ts. */
import { queryOptions } from '@tanstack/react-query';
import { decideFlag, flagEvidence, listFlags } from '@/api/generated/sdk.gen';
import type { FlagDecisionForm, FlagForm, FlagView } from '@/api/views';
import { ifMatch } from '@/api/headers';

/** The flags on one exhibit that the seat may know, newest first. */
export const exhibitFlagsQuery = (jit: string, evidence: string) =>
  queryOptions({
    queryKey: [{ _id: 'listFlags', path: { jit }, evidence }] as const,
    queryFn: async ({ signal }) =>
      (await listFlags({ path: { jit }, query: { evidence, limit: 200 }, signal, throwOnError: true })).data,
  });

export async function flag(jit: string, evidence: string, body: FlagForm): Promise<FlagView> {
  return (await flagEvidence({ path: { jit, evidence }, body, throwOnError: true })).data;
}

export async function decide(jit: string, one: FlagView, body: FlagDecisionForm): Promise<FlagView> {
  return (
    await decideFlag({
      path: { jit, flag: one.id },
      body,
      headers: ifMatch(one.version),
      throwOnError: true,
    })
  ).data;
}

/** Flags on what may exonerate, as the page reads, sets and decides them. Their keys stand with the others, in queries.ts. */
import { listFlagsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { decideFlag, flagEvidence } from '@/api/generated/sdk.gen';
import type { FlagDecisionForm, FlagForm, FlagView } from '@/api/views';
import { ifMatch } from '@/api/headers';

/** The flags on one exhibit that the seat may know, newest first. */
export const exhibitFlagsQuery = (jit: string, evidence: string) =>
  listFlagsOptions({ path: { jit }, query: { evidence, limit: 200 } });

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

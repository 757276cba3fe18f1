/** Queries and changes of disclosures. Their keys are in api/queries.ts. */
import { listDisclosuresOptions } from '@/api/generated/@tanstack/react-query.gen';
import { discloseEvidence, listDisclosures } from '@/api/generated/sdk.gen';
import type { DisclosureForm, DisclosureView } from '@/api/views';
import { paged } from '@/api/paged';

/** Disclosures by the party, or by others of its exhibits, newest first. */
export const disclosuresQuery = (jit: string, side: DisclosureView['side']) => ({
  ...paged({ _id: 'listDisclosures', path: { jit }, side }, (cursor, signal) =>
    listDisclosures({ path: { jit }, query: { side, limit: 50, ...cursor }, signal, throwOnError: true }),
  ),
  refetchInterval: 60_000,
});

/** The newest disclosures of one exhibit that the seat may know. */
export const exhibitDisclosuresQuery = (jit: string, evidence: string) =>
  listDisclosuresOptions({ path: { jit }, query: { evidence, limit: 200 } });

export async function disclose(jit: string, evidence: string, body: DisclosureForm): Promise<DisclosureView> {
  return (await discloseEvidence({ path: { jit, evidence }, body, throwOnError: true })).data;
}

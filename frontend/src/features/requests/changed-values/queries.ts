/** Changed values on which requests, hearings and assessments of the own party relied, and decisions about requests. */
import { listChangedValuesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { decideAboutChangedValue } from '@/api/generated/sdk.gen';
import type { ChangedUseView, UseDecisionForm } from '@/api/generated/types.gen';
import { ifMatch } from '@/api/headers';

export type { ChangedUseView, UseDecisionForm } from '@/api/generated/types.gen';

/** `request`: only those of this request. */
export const changedValuesQuery = (jit: string, request?: string) =>
  listChangedValuesOptions({ path: { jit }, ...(request ? { query: { request } } : {}) });

export async function decide(jit: string, one: ChangedUseView, body: UseDecisionForm) {
  const path = { jit, request: one.request ?? '', use: one.id };
  return (await decideAboutChangedValue({ path, body, headers: ifMatch(one.version), throwOnError: true })).data;
}

/** Required approvals of the own party for one exhibit or legal request. Their keys are in queries.ts of the API. */
import { listRequiredApprovalsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { liftRequiredApproval, requireApproval } from '@/api/generated/sdk.gen';
import type { RequiredApprovalForm, RequiredApprovalView } from '@/api/generated/types.gen';

/** The exhibit or the legal request. */
export type Subject = { evidence: string } | { request: string };

/** Those in force and those lifted. */
export const requiredApprovalsQuery = (jit: string, subject: Subject) =>
  listRequiredApprovalsOptions({ path: { jit }, query: subject });

export async function setApproval(jit: string, body: RequiredApprovalForm): Promise<RequiredApprovalView> {
  return (await requireApproval({ path: { jit }, body, throwOnError: true })).data;
}

export async function liftApproval(jit: string, approval: string, reason: string): Promise<RequiredApprovalView> {
  return (await liftRequiredApproval({ path: { jit, approval }, body: { reason }, throwOnError: true })).data;
}

/** What waits in quarantine, the verdict on it, and the controller. Their keys stand with the others, in queries.ts. */
import { listControllersOptions, listQuarantinedOptions } from './generated/@tanstack/react-query.gen';
import { designateController, verifyEvidence } from './generated/sdk.gen';
import type { ControllerForm, ControllerView, VerdictForm, VerificationView } from './views';

export const quarantinedQuery = (jit: string) => listQuarantinedOptions({ path: { jit } });

export const controllersQuery = (jit: string) => listControllersOptions({ path: { jit } });

/** `seen`: the exhibit as the administrator looked at it; one that changed since takes no verdict. */
export async function verify(jit: string, seen: { id: string; version: number }, body: VerdictForm): Promise<VerificationView> {
  return (await verifyEvidence({ path: { jit, evidence: seen.id }, body, headers: { 'If-Match': `"${String(seen.version)}"` }, throwOnError: true })).data;
}

export async function designate(jit: string, body: ControllerForm): Promise<ControllerView> {
  return (await designateController({ path: { jit }, body, throwOnError: true })).data;
}

/** Queries and changes of quarantine: waiting uploads, verdicts, controller. Their keys are in api/queries.ts. */
import {
  listControllersOptions,
  listQuarantinedOptions,
  readVerificationProgressOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { agreeReviewSample, confirmController, designateController, verifyEvidence } from '@/api/generated/sdk.gen';
import type { ControllerForm, ControllerView, JitSummary, VerdictForm, VerificationView } from '@/api/views';
import { ifMatch } from '@/api/headers';

export const quarantinedQuery = (jit: string) => listQuarantinedOptions({ path: { jit } });

/** Which files of an exhibit this administrator has viewed. */
export const verificationQuery = (jit: string, evidence: string) =>
  readVerificationProgressOptions({ path: { jit, evidence } });

export const controllersQuery = (jit: string) => listControllersOptions({ path: { jit } });

/** `seen`: the exhibit as the administrator looked at it; one that changed since takes no verdict. */
export async function verify(
  jit: string,
  seen: { id: string; version: number },
  body: VerdictForm,
): Promise<VerificationView> {
  return (
    await verifyEvidence({
      path: { jit, evidence: seen.id },
      body,
      headers: ifMatch(seen.version),
      throwOnError: true,
    })
  ).data;
}

export async function designate(jit: string, body: ControllerForm): Promise<ControllerView> {
  return (await designateController({ path: { jit }, body, throwOnError: true })).data;
}

/** As a leader of another party than that of who designated herself. */
export async function confirmDesignation(jit: string, { id }: ControllerView): Promise<ControllerView> {
  return (await confirmController({ path: { jit, controller: id }, throwOnError: true })).data;
}

/** `seen`: the team as it was looked at. */
export async function agreeSample(seen: JitSummary, files: number, clause: string, reason: string): Promise<void> {
  await agreeReviewSample({
    path: { jit: seen.id },
    headers: ifMatch(seen.version),
    body: { files, clause, reason },
    throwOnError: true,
  });
}

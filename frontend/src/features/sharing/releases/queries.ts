/** Waiting releases and their approvals. Their keys are in queries.ts. */
import { agreeRelease, attestRelease, confirmRelease, giveUpRelease } from '@/api/generated/sdk.gen';
import { listWaitingReleasesOptions } from '@/api/generated/@tanstack/react-query.gen';
import type { AttestationForm, EvidenceView, WaitingReleaseView } from '@/api/views';

/** The waiting releases of one exhibit. */
export const waitingQuery = (jit: string, evidence: string) =>
  listWaitingReleasesOptions({ path: { jit }, query: { evidence } });

export async function attest(jit: string, wish: WaitingReleaseView, body: AttestationForm): Promise<EvidenceView> {
  return (await attestRelease({ path: { jit, waiting: wish.id }, body, throwOnError: true })).data;
}

/** A second leader confirms the release or recall. */
export async function confirm(jit: string, wish: WaitingReleaseView): Promise<EvidenceView> {
  return (await confirmRelease({ path: { jit, waiting: wish.id }, throwOnError: true })).data;
}

/** A leader of a joint originator agrees. */
export async function agreeTo(jit: string, wish: WaitingReleaseView): Promise<EvidenceView> {
  return (await agreeRelease({ path: { jit, waiting: wish.id }, throwOnError: true })).data;
}

export async function giveUp(jit: string, wish: WaitingReleaseView, reason: string): Promise<void> {
  await giveUpRelease({ path: { jit, waiting: wish.id }, body: { reason }, throwOnError: true });
}
